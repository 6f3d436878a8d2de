/* Runs a TypeScript file of ours: node scripts/node/run.cjs FILE [ARGS…]. Plain old JavaScript, so that a Node that is too old
   says so in one line rather than failing at the first thing that it does not know. */
var path = require('path');
var pathToFileURL = require('url').pathToFileURL;
var lowest = require('../../package.json').engines.node.replace('>=', '');

function isOlder(version, than) {
  var a = version.split('.').map(Number);
  var b = than.split('.').map(Number);
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function giveUp(problem, fix) {
  console.error('✗ ' + problem + '\n  → ' + fix);
  process.exit(1);
}

if (isOlder(process.versions.node, lowest)) {
  giveUp(
    'Node ' + process.versions.node + ' is too old.',
    'Install Node ' + lowest + ' or newer, for example from nodejs.org, then run npm ci again.'
  );
}
try {
  require.resolve('tsx/esm/api');
} catch {
  giveUp('The dependencies are not installed.', 'Run npm ci first.');
}
var file = path.resolve(process.argv[2]);
process.argv.splice(1, 2, file);
import('tsx/esm/api')
  .then(function (tsx) {
    tsx.register();
    return import(pathToFileURL(file).href);
  })
  .catch(function (error) {
    console.error(error);
    process.exit(1);
  });
