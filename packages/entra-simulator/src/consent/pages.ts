import { randomUUID } from 'node:crypto';
import type { ConsentAccount } from './accountsOf';
import type { PermissionWords } from './permissionWords';

const style = `
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 24px 12px; background: #f2f2f2; color: #1b1b1b; font: 15px/20px "Segoe UI", system-ui, sans-serif; }
main { width: 100%; max-width: 440px; padding: 40px; background: #fff; box-shadow: 0 2px 6px rgba(0,0,0,.2); overflow-wrap: anywhere; }
.brand { color: #595959; font-size: 18px; font-weight: 600; }
h1 { margin: 16px 0 4px; font-size: 24px; line-height: 28px; font-weight: 600; }
h2 { margin: 0 0 12px; font-size: 15px; font-weight: 600; }
.app { margin: 16px 0; }
.app strong { display: block; font-size: 18px; }
.publisher { color: #0067b8; }
ul { list-style: none; margin: 8px 0 16px; padding: 0; }
summary { padding: 6px 0; cursor: pointer; }
details p { margin: 0 0 8px 18px; color: #595959; font-size: 13px; }
.note { font-size: 13px; line-height: 18px; color: #444; }
.account { display: block; width: 100%; padding: 10px 12px; border: 0; border-top: 1px solid #e0e0e0; background: #fff; text-align: left; font: inherit; cursor: pointer; }
.account:hover, .account:focus-visible { background: #f0f0f0; }
.account small { display: block; color: #595959; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; margin-top: 24px; }
.actions button { min-width: 108px; padding: 6px 12px; border: 1px solid transparent; background: #ccc; color: #000; font: inherit; cursor: pointer; }
.actions button.primary { background: #0067b8; color: #fff; }
label { display: block; margin: 12px 0 4px; }
textarea { width: 100%; min-height: 64px; font: inherit; }
footer { margin-top: 16px; color: #595959; font-size: 12px; }
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, letter => entities[letter]);

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<div class="brand">Microsoft</div>
${body}
</main>
<footer>Simulated: this page is made by entra-simulator and is no page of Microsoft.</footer>
</body>
</html>
`;

/** Where a page sends its answer, and the one-use token that shows that the page itself was answered. */
export type PageForm = { action: string; token: string };

const form = ({ action, token }: PageForm, body: string) =>
  `<form method="post" action="${escaped(action)}">
<input type="hidden" name="flowToken" value="${escaped(token)}">
${body}
</form>`;

const actions = (buttons: readonly [string, string][]) =>
  `<div class="actions">${buttons
    .map(
      ([value, text], index) =>
        `<button name="answer" value="${value}"${
          index === buttons.length - 1 ? ' class="primary"' : ''
        }>${text}</button>`,
    )
    .join('\n')}</div>`;

const application = ({ name, publisher }: ShownApplication) =>
  `<p class="app"><strong>${escaped(name)}</strong>
<span class="publisher">${escaped(publisher)}</span></p>`;

/** An application as the pages name it. */
export type ShownApplication = { name: string; publisher: string };

/** The page on which somebody chooses the account to sign in with. */
export const signInPage = (
  to: PageForm,
  app: ShownApplication,
  accounts: readonly ConsentAccount[],
) =>
  page(
    'Sign in to your account',
    `<h1>Pick an account</h1>
<p>to continue to ${escaped(app.name)}</p>
${form(
  to,
  accounts
    .map(
      ({ id, displayName, userPrincipalName, role }) =>
        `<button class="account" name="account" value="${escaped(
          id,
        )}">${escaped(displayName)} <small>${escaped(
          userPrincipalName,
        )}</small> <small>${role ?? 'No administrator role'}</small></button>`,
    )
    .join('\n'),
)}`,
  );

/** The page on which an administrator accepts what an application asks for. */
export const consentPage = (
  to: PageForm,
  app: ShownApplication,
  account: ConsentAccount,
  permissions: readonly PermissionWords[],
) =>
  page(
    'Permissions requested',
    `<div>${escaped(account.userPrincipalName)}</div>
<h1>Permissions requested</h1>
<h2>Accept for your organization</h2>
${application(app)}
<p>This app would like to:</p>
<ul aria-label="Permissions">
${permissions
  .map(
    ({ title, description }) =>
      `<li><details><summary>${escaped(title)}</summary><p>${escaped(
        description,
      )}</p></details></li>`,
  )
  .join('\n')}
</ul>
<p class="note">If you accept, this app will get access to the specified resources for all users in your organization. No one else will be prompted to review these permissions.</p>
<p class="note">Accepting these permissions means that you allow this app to use your data as specified in their terms of service and privacy statement. You can change these permissions at https://myapps.microsoft.com.</p>
${form(
  to,
  actions([
    ['cancel', 'Cancel'],
    ['accept', 'Accept'],
  ]),
)}`,
  );

/** The page that tells an ordinary user that an administrator must decide. */
export const adminApprovalPage = (
  to: PageForm,
  app: ShownApplication,
  account: ConsentAccount,
) =>
  page(
    'Need admin approval',
    `<div>${escaped(account.userPrincipalName)}</div>
<h1>Need admin approval</h1>
${application(app)}
<p>${escaped(
      app.name,
    )} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
<p class="note">AADSTS90094</p>
${form(
  to,
  `<label for="justification">Justification for requesting this app</label>
<textarea id="justification" name="justification"></textarea>
${actions([
  ['back', 'Back to app'],
  ['request', 'Request approval'],
])}`,
)}`,
  );

/** The page after a request for approval. */
export const approvalRequestedPage = (to: PageForm, app: ShownApplication) =>
  page(
    'Request sent',
    `<h1>Request sent</h1>
<p>Your administrators have been asked to approve ${escaped(
      app.name,
    )}. You will be told when they have decided.</p>
${form(to, actions([['back', 'Back to app']]))}`,
  );

/** The page on which a request ends that goes back to no application. */
export const errorPage = (
  { number, description }: { number: number; description: string },
  time: Date,
) =>
  page(
    'Sign in to your account',
    `<h1>Sign in</h1>
<p>Sorry, but we’re having trouble signing you in.</p>
<p role="alert">AADSTS${number}: ${escaped(description)}</p>
<p class="note">Request Id: ${randomUUID()}<br>
Correlation Id: ${randomUUID()}<br>
Timestamp: ${time.toISOString().slice(0, 19)}Z<br>
Message: AADSTS${number}: ${escaped(description)}</p>`,
  );
