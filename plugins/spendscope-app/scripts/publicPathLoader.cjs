/**
 * Grafana may serve a plugin from a sub-path or a CDN, known only when the browser loads it. The AMD loader tells each
 * module its own address; chunks, workers and images are asked for beside it.
 */
module.exports = function publicPathLoader(source) {
  return [
    `import amdModule from 'amd-module';`,
    `if (amdModule && amdModule.uri) {`,
    `  __webpack_public_path__ = amdModule.uri.slice(0, amdModule.uri.lastIndexOf('/') + 1);`,
    `}`,
    source,
  ].join('\n');
};
