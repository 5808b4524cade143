import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';

const texts = {
  granted: {
    title: 'Connected',
    text: 'Consent was given, and the tenant answers. Its first people are being read now.',
  },
  signedIn: {
    title: 'Connected',
    text: 'You are signed in, and the tenant answers in your name. It is read from now on.',
  },
  refused: {
    title: 'Not connected',
    text: 'Consent was not given, or nobody signed in.',
  },
  failed: {
    title: 'Not connected yet',
    text: 'Microsoft’s page was answered, but the tenant could not be read.',
  },
  notAwaited: {
    title: 'This answer is not awaited',
    text: 'It came twice, or more than ten minutes after Microsoft’s page was opened. Nothing has changed. Begin again where you began.',
  },
  linkOver: {
    title: 'This link is over',
    text: 'It was used, taken back, or is older than seven days. Ask whoever sent it for a new one.',
  },
} as const;

/** The page that whoever consented sees. It loads nothing, and holds nothing but words of ours. */
export function answerPage(
  what: keyof typeof texts,
  problem?: Pick<Problem, 'message' | 'action'>,
): string {
  const { title, text } = texts[what];
  const more = problem
    ? [problem.message, problem.action].map(line => `<p>${escaped(line)}</p>`)
    : [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Entra MFA</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${more.join('\n')}
<p>You can close this window.</p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
