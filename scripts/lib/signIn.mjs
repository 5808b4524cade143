/** Signs in to the portal as one of its people, an auth provider of app-config.demo.yaml; calls the API as them. */
export async function signIn(portalUrl, provider) {
  const answer = await fetch(`${portalUrl}/api/auth/${provider}/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  return async (path, body) => {
    const response = await fetch(`${portalUrl}/api/entra-mfa/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${backstageIdentity.token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const result = await response.json();
    if (!response.ok) {
      throw new Error(`${path}: ${result.error?.message}`);
    }
    return result;
  };
}
