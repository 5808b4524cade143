const here = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is sent to an address cannot be read or changed on the way: https, or this machine. It has no password. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isSafe =
    protocol === 'https:' || (protocol === 'http:' && here.includes(hostname));
  return isSafe && username === '' && password === '';
}
