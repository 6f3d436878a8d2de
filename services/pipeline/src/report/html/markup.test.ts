import { html } from './markup';

it('escapes texts and attributes, and leaves markup alone', () => {
  const evil = `<img src=x onerror="alert('1')">&\u0000`;
  expect(html`<p title="${evil}">${[evil, html`<b>ok</b>`]}${undefined}${false}${0}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;�">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;�<b>ok</b>0</p>'
  );
});
