const { createElement } = require('react');

// Icons are fetched and drawn later, outside of any test's act(): every button with an icon would warn.
const InlineSvg = ({ className }) => createElement('svg', { className, 'aria-hidden': true });

module.exports = { __esModule: true, default: InlineSvg };
