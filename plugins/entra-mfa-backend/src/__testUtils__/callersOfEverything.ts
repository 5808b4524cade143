import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Authorizer } from '../service/routes/Authorizer';

/** Lets in whoever is signed in, and shows them everybody. */
export function callersOfEverything() {
  return {
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth(),
    userInfo: mockServices.userInfo(),
    authorizer: new Authorizer(
      mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      () => ({ kind: 'entity', refs: [] }),
    ),
  };
}
