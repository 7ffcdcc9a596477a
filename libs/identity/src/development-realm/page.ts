/** Text as it may stand in HTML, also between quotes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
  :root { color-scheme: light dark; }
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 2rem; line-height: 1.2; }
  ul { list-style: none; padding: 0; }
  li { border-top: 1px solid #8886; padding: .75rem 0; }
  p { margin: .25rem 0; }
  button, input { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; border-radius: .25rem; border: 1px solid; }
  li button { background: none; border: 0; padding: .25rem 0; color: LinkText; text-decoration: underline; cursor: pointer; text-align: start; }
  :focus-visible { outline: 3px solid #ffb81c; outline-offset: 2px; }
  .notice { border-inline-start: .5rem solid #005eb8; padding: .5rem 1rem; }
`;

/** A whole page that needs no script and loads nothing. `body` is HTML already. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Alongside</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** Headers of every page. A form may lead on to the gateway, so its origins are named. */
export const pageHeaders = (origins: readonly string[]): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action 'self' ${origins.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});
