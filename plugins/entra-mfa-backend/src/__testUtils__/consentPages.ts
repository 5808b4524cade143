/** Who signs in on the simulated page of Microsoft's, by the role that stands beside their name. */
export type Consenter =
  | 'Global Administrator'
  | 'Global Reader'
  | 'No administrator role';

interface Shown {
  address: string;
  text: string;
}

/** Walks through Microsoft's consent pages as a person would, and returns where they lead in the end. */
export async function answerConsent(
  address: string,
  who: Consenter,
  answer: 'accept' | 'cancel' | 'back',
): Promise<URL> {
  const accounts = await show(await fetch(address));
  const account = accountOf(accounts.text, who);
  const asked = await show(await press(accounts, { account }));
  const answered = await press(asked, { answer });
  const location = answered.headers.get('location');
  if (!location) {
    throw new Error(`No way back: ${await answered.text()}`);
  }
  return new URL(location);
}

/** Signs in as a person would, accepts what is asked for where it is, and returns where that leads. */
export async function answerSignIn(
  address: string,
  who: Consenter,
): Promise<URL> {
  const accounts = await show(await fetch(address));
  const account = accountOf(accounts.text, who);
  let answered = await press(accounts, { account });
  if (!answered.headers.get('location')) {
    const answer = who === 'Global Administrator' ? 'accept' : 'back';
    answered = await press(await show(answered), { answer });
  }
  return new URL(answered.headers.get('location')!);
}

async function show(response: Response): Promise<Shown> {
  return { address: response.url, text: await response.text() };
}

function accountOf(text: string, who: Consenter): string {
  for (const [, id, inside] of text.matchAll(
    /<button[^>]*value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g,
  )) {
    if (
      inside
        .replace(/<[^>]+>/g, '')
        .trim()
        .endsWith(who)
    ) {
      return id;
    }
  }
  throw new Error(`Nobody is ${who} on this page: ${text}`);
}

function press(
  { address, text }: Shown,
  fields: Record<string, string>,
): Promise<Response> {
  const [, action] = /action="([^"]+)"/.exec(text) ?? [];
  const [, flowToken] = /name="flowToken" value="([^"]+)"/.exec(text) ?? [];
  if (!action || !flowToken) {
    throw new Error(`This page asks nothing: ${text}`);
  }
  return fetch(new URL(action, address), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ flowToken, ...fields }),
  });
}
