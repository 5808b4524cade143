import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Box, Container, Grid, Text } from '@backstage/ui';
import { useState } from 'react';
import { chosenPerson } from './chosenPerson';
import { PersonCard } from './PersonCard';
import { readPeople } from './readPeople';

/** The same identity, with a sign-out after which somebody else can be chosen. */
function forgettable(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    signOut: () => {
      chosenPerson.forget();
      return identity.signOut();
    },
  };
}

/** Lets whoever tries the portal choose whom to be: each is a real identity of the catalog. */
export const PeopleSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const people = readPeople(config);
  const [provider, setProvider] = useState(chosenPerson.read);

  if (people.length === 0) {
    return (
      <SignInPage onSignInSuccess={onSignInSuccess} providers={['guest']} />
    );
  }
  if (people.some(person => person.provider === provider)) {
    return (
      <ProxiedSignInPage
        provider={provider!}
        onSignInSuccess={identity => onSignInSuccess(forgettable(identity))}
      />
    );
  }
  const enterAs = (person: string) => {
    chosenPerson.keep(person);
    setProvider(person);
  };
  return (
    <Container>
      <Box as="main" py="8">
        <Text as="h1" variant="title-medium" weight="bold">
          {config.getString('app.title')}
        </Text>
        <Box py="4">
          <Text as="p">
            Whom do you want to be? No password is needed: the tenant is
            simulated. Sign out in the settings to be somebody else.
          </Text>
        </Box>
        <Grid.Root columns={{ initial: '1', md: '3' }} gap="4">
          {people.map(person => (
            <PersonCard
              key={person.provider}
              person={person}
              onEnter={() => enterAs(person.provider)}
            />
          ))}
        </Grid.Root>
      </Box>
    </Container>
  );
};
