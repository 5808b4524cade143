import { within } from '@testing-library/react';
import { overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { NotCountedPanel } from './NotCountedPanel';

const title = 'Who is not counted';
const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const directory = overview.directory!;
const words: Record<string, string> = {
  'break-glass': 'break-glass',
  disabled: 'disabled',
  guest: 'guests',
  sync: 'directory sync',
  'bulk-enrolment': 'bulk enrolment',
  listed: 'listed',
  'future-hire': 'starting later',
};

it('shows a directory that adds up, each part with a list of its own', async () => {
  renderOverviewPart(NotCountedPanel);
  const notCounted = await panel(title);
  const sum = notCounted.getByText(/^Directory/).closest('p')!;
  const scope = directory.inScope.reduce((all, { count }) => all + count, 0);
  const leftOut = directory.leftOut.filter(({ count }) => count > 0);
  expect(scope + leftOut.reduce((all, { count }) => all + count, 0)).toBe(
    directory.total,
  );
  expect(sum.textContent?.trim()).toBe(
    [
      `Directory ${directory.total} = ${scope} in scope`,
      ...leftOut.map(
        ({ scopeClass, count }) => `${count} ${words[scopeClass]}`,
      ),
    ].join(' + '),
  );
  expect(
    within(sum)
      .getAllByRole('link')
      .map(link => link.getAttribute('href')),
  ).toEqual([
    `/entra-mfa/people?${inScope}`,
    ...leftOut.map(
      ({ scopeClass }) => `/entra-mfa/people?scopeClass=${scopeClass}`,
    ),
  ]);
});

it('leaves out a class of nobody', async () => {
  const [first] = directory.leftOut;
  renderOverviewPart(NotCountedPanel, {
    having: {
      directory: {
        ...directory,
        leftOut: [
          { ...first, count: 1 },
          { scopeClass: 'agent', count: 0 },
        ],
      },
    },
  });
  const notCounted = await panel(title);
  expect(notCounted.getByText(/^Directory/).closest('p')).toHaveTextContent(
    /in scope \+ 1 break-glass$/,
  );
});

it('tells how many shared mailboxes count because people can sign in to them', async () => {
  const counts = overview.counts!;
  renderOverviewPart(NotCountedPanel, {
    having: {
      counts: { ...counts, marks: { ...counts.marks, 'shared-mailbox': 2 } },
    },
  });
  const note = (await panel(title)).getByText(/^In scope, and counted/);
  expect(note).toHaveTextContent(
    'In scope, and counted as people are: 2 shared mailboxes that people can sign in to',
  );
  expect(within(note).getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/people?mark=shared-mailbox&${inScope}`,
  );
});

it('has no sum where nothing is known of the directory', async () => {
  renderOverviewPart(NotCountedPanel, { having: { directory: null } });
  expect((await panel(title)).queryByText(/^Directory/)).toBeNull();
});

it('counts what stands beside the sum, each with its list', async () => {
  renderOverviewPart(NotCountedPanel);
  const notCounted = await panel(title);
  const beside = notCounted.getByText(/^Beside the sum:/);
  const { peopleNotInCatalog, catalogUsersNotInEntra, rowsWithoutPerson } =
    overview.unmatched;
  expect(beside).toHaveTextContent(
    `Beside the sum: ${peopleNotInCatalog} in scope but not in the catalog · ${catalogUsersNotInEntra} catalog users not in Entra · ${rowsWithoutPerson} report rows without a person`,
  );
  expect(
    within(beside)
      .getAllByRole('link')
      .map(link => link.getAttribute('href')),
  ).toEqual([
    `/entra-mfa/people?inCatalog=false&${inScope}`,
    '/entra-mfa/connections',
    '/entra-mfa/connections',
  ]);
});

it('says of what stands beside the sum only what there is', async () => {
  const unmatched = {
    peopleNotInCatalog: 0,
    catalogUsersNotInEntra: 1,
    rowsWithoutPerson: 0,
  };
  renderOverviewPart(NotCountedPanel, { having: { unmatched } });
  const beside = (await panel(title)).getByText(/^Beside the sum/);
  expect(beside).toHaveTextContent(
    /^Beside the sum: 1 catalog users not in Entra$/,
  );
});

it('says nothing beside the sum where everything matches', async () => {
  const unmatched = {
    peopleNotInCatalog: 0,
    catalogUsersNotInEntra: 0,
    rowsWithoutPerson: 0,
  };
  renderOverviewPart(NotCountedPanel, { having: { unmatched } });
  expect((await panel(title)).queryByText(/^Beside the sum/)).toBeNull();
});

it('names each rule that leaves people out, whom it is of, and what deserves a second look', async () => {
  const rule = {
    name: 'Partners & guests',
    filter: "userType eq 'Guest'",
    group: null,
    groupKnown: true,
    owner: 'group:default/partners',
    reason: 'Their own tenant asks them',
    people: 12,
    privileged: 0,
  };
  renderOverviewPart(NotCountedPanel, {
    having: {
      scopeRules: [
        rule,
        { ...rule, name: 'Admins', people: 1, privileged: 1 },
        {
          ...rule,
          name: 'Mailboxes',
          group: 'g',
          groupKnown: false,
          people: 0,
        },
      ],
    },
  });
  const notCounted = await panel(title);
  const [partners, admins, mailboxes] = notCounted
    .getAllByText(/^Their own tenant asks them · owner/)
    .map(line => line.closest('li')!);
  expect(partners).toHaveTextContent(/^Partners & guests 12 people/);
  expect(within(partners).getByRole('link')).toHaveAttribute(
    'href',
    '/entra-mfa/people?scopeRule=Partners+%26+guests',
  );
  expect(partners).not.toHaveTextContent(/privileged|not read/);
  expect(admins).toHaveTextContent('1 of them is privileged');
  expect(mailboxes).toHaveTextContent(/0 people.*Its group was not read/);
});
