import { screen } from '@testing-library/react';
import type {
  AllowedMethods,
  Asked,
  Asking,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { counts, healthy, overview, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { AskedPanel } from './AskedPanel';
import { MethodsPolicyPanel } from './MethodsPolicyPanel';
import { PersonMethods } from './PersonMethods';
import { PersonPolicies } from './PersonPolicies';

const asking = overview.asking!;
const having = (change: Partial<Asking> | null) => ({
  having: { asking: change && { ...asking, ...change } },
});
const { marks } = counts;

describe('the panel', () => {
  it('opens the list of each figure, and says what asks', async () => {
    renderPortal('/entra-mfa');
    const { getByRole, getByText, card } = await panel('Who is asked for MFA');
    for (const [mark, text] of [
      ['asked-not-registered', 'asked at every sign-in and ha(s|ve) not'],
      ['never-asked', 'ha(s|ve) registered and (is|are) never asked'],
      ['report-only-asks', 'more would be asked'],
    ] as const) {
      const link = getByRole('link', { name: new RegExp(text) });
      expect(link).toHaveTextContent(new RegExp(`^${marks[mark]} `));
      expect(link).toHaveAttribute(
        'href',
        expect.stringMatching(
          new RegExp(
            `mark=${mark}.*state=covered%2Cuncovered%2Cunknown%2Cexempt`,
          ),
        ),
      );
    }
    const { total, asking: inForce, reportOnly } = asking.policies!;
    expect(
      getByText(
        new RegExp(
          `${total} policies, ${inForce} in force with MFA, ${reportOnly} with MFA report-only`,
        ),
      ),
    ).toHaveTextContent('Security defaults are off.');
    expect(card).not.toHaveTextContent('not known');
  });

  it('lists the policies with MFA: whom each asks, whom it leaves out, and when', () => {
    renderOverviewPart(AskedPanel);
    const rows = screen
      .getAllByRole('row', { hidden: true })
      .map(row => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Policy', 'State', 'Demands', 'Asks', 'But not', 'When'],
      [
        'MFA at the intranet',
        'in force',
        'MFA',
        '1 user',
        '–',
        'for some apps',
      ],
      [
        'Phishing-resistant MFA for administrators',
        'in force',
        'Phishing-resistant MFAonly methods that cannot be phished: FIDO2 security key (older name), Windows Hello for Business',
        '2 roles',
        '–',
        'at every sign-in',
      ],
      [
        'Require MFA for everyone',
        'report-only',
        'MFA',
        'everybody',
        '2 users',
        'at every sign-in',
      ],
      [
        'Require MFA, pilot',
        'in force',
        'MFA',
        '1 group',
        '1 user',
        'at every sign-in',
      ],
    ]);
  });

  it.each<[string, Partial<Asking> | null, RegExp]>([
    ['nothing is read', null, /^Which policies ask for MFA is not read/],
    [
      'security defaults are on',
      { securityDefaults: true, policies: null },
      /^Security defaults are on: everybody is asked/,
    ],
    [
      'the groups are not known',
      { groupsKnown: false },
      /The members of the groups in them are not known/,
    ],
  ])('says so where %s', (_, change, text) => {
    renderOverviewPart(AskedPanel, having(change));
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('links to no list that has nobody', () => {
    renderOverviewPart(AskedPanel, {
      having: { counts: { ...counts, marks: {} } },
    });
    expect(screen.getAllByText(/^0 people/)).toHaveLength(3);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is not shown to who could not have it read', () => {
    renderOverviewPart(AskedPanel, {
      having: { asking: null, visibility: 'some' },
    });
    expect(screen.queryByText('Who is asked for MFA')).toBeNull();
  });
});

describe('a person', () => {
  const policy: NonNullable<Asked['policies']>[number] = {
    id: '1',
    name: 'CA001',
    reportOnly: false,
    strength: null,
    strengthDemands: null,
    satisfied: null,
    limits: [],
    applies: true,
    excluded: false,
  };

  it('is told to be asked, and by which policies', async () => {
    const { person, asked } = healthy
      .all('getPerson')
      .find(detail => detail.asked?.policies?.some(({ applies }) => applies))!;
    renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
    const { getByText } = await panel('Asked for MFA');
    const [first] = asked!.policies!;
    expect(getByText(new RegExp(`^${first.name}`))).toBeInTheDocument();
  });

  it.each<[string, Partial<Asked>, string[]]>([
    [
      'always',
      { now: 'always', withReportOnly: 'always', policies: [policy] },
      ['Is asked', 'at every sign-in', 'CA001 asks · at every sign-in'],
    ],
    [
      'at an app alone',
      {
        now: 'sometimes',
        withReportOnly: 'sometimes',
        policies: [{ ...policy, limits: ['apps', 'risk'] }],
      },
      ['Is asked', 'at some sign-ins', 'CA001 asks · for some apps, at a risk'],
    ],
    [
      'excluded, and asked by what reports',
      {
        now: 'never',
        withReportOnly: 'always',
        policies: [
          {
            ...policy,
            applies: false,
            excluded: true,
            strength: 'Strong',
            satisfied: false,
          },
          {
            ...policy,
            id: '2',
            name: 'CA002',
            reportOnly: true,
            strength: 'Strong',
          },
        ],
      },
      [
        'Is asked',
        'never',
        'With report-only policies on',
        'at every sign-in',
        'CA001 excluded by name · Strong · at every sign-in',
        'CA002 would ask · report-only · Strong · not known whether a registered method satisfies it · at every sign-in',
      ],
    ],
    [
      'for strong methods',
      {
        now: 'always',
        withReportOnly: 'always',
        policies: [
          {
            ...policy,
            strength: 'Keys',
            strengthDemands: 'phishing-resistant',
            satisfied: false,
          },
          {
            ...policy,
            id: '2',
            strength: 'MFA',
            strengthDemands: 'any-mfa',
            satisfied: true,
          },
        ],
      },
      [
        'Is asked',
        'at every sign-in',
        'CA001 asks · Keys (only methods that cannot be phished) · no registered method satisfies it · at every sign-in',
        'CA001 asks · MFA (any MFA) · a registered method satisfies it · at every sign-in',
      ],
    ],
    [
      'not known',
      {
        now: null,
        withReportOnly: null,
        policies: [{ ...policy, applies: null }],
      },
      [
        'Is asked',
        'not known',
        'CA001 not known whether it asks · at every sign-in',
      ],
    ],
    [
      'without a policy',
      { now: 'never', withReportOnly: 'never', policies: [] },
      ['Is asked', 'never'],
    ],
  ])('is asked: %s', (_, asked, lines) => {
    renderPart(
      <PersonPolicies
        asked={{
          now: null,
          withReportOnly: null,
          securityDefaults: false,
          ...asked,
        }}
      />,
    );
    const shown = [...document.querySelectorAll('dt, dd, li')].map(
      ({ textContent }) => textContent,
    );
    expect(shown).toEqual(lines);
  });

  it('is told nothing of policies where none was read, and only whether where the reader sees no policy', () => {
    renderPart(
      <>
        <PersonPolicies asked={null} />
        <PersonPolicies
          asked={{
            now: 'always',
            withReportOnly: 'always',
            securityDefaults: true,
          }}
        />
      </>,
    );
    expect(screen.getAllByText('Asked for MFA')).toHaveLength(1);
    expect(
      screen.getByText('Security defaults are on: they ask everybody.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/No policy/)).toBeNull();
  });
});

describe('the methods policy', () => {
  it('says which methods are allowed for whom, how far the move is, and whom the campaign nudges', () => {
    renderOverviewPart(MethodsPolicyPanel);
    const rows = screen
      .getAllByRole('row')
      .map(row => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Method', 'Allowed for', 'But not'],
      ['Passkey (FIDO2)', 'everybody', '–'],
      ['Microsoft Authenticator', 'everybody', '–'],
      ['Software one-time passcode', '1 group', '–'],
      ['Temporary Access Pass', '1 group', '–'],
      ['Phone call', 'everybody', '–'],
      ['SMS', 'nobody', '–'],
    ]);
    expect(screen.getByText('5 of 6 are on')).toBeInTheDocument();
    expect(
      screen.getByText(/^The move to this policy is under way/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Registration campaign: on, for everybody. Not for 1 group. It can be put off for 3 days.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/not known what is allowed/)).toBeNull();
  });

  it('says that the groups are not known, and is not shown where it is not read', () => {
    const methodsPolicy = overview.methodsPolicy!;
    renderOverviewPart(MethodsPolicyPanel, {
      having: { methodsPolicy: { ...methodsPolicy, groupsKnown: false } },
    });
    expect(screen.getByText(/not known what is allowed/)).toBeInTheDocument();
    renderOverviewPart(MethodsPolicyPanel, { having: { methodsPolicy: null } });
    expect(screen.getAllByText('Which methods are allowed')).toHaveLength(1);
  });

  it('says on the page of a person that it is why they are not capable', async () => {
    const { person } = healthy
      .all('getPerson')
      .find(({ allowedMethods }) => allowedMethods?.isWhyNotCapable)!;
    renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
    const { getByText } = await panel('Methods and the policy');
    expect(
      getByText(/^Registered and not capable, because/),
    ).toBeInTheDocument();
    expect(getByText('not allowed')).toBeInTheDocument();
  });

  it.each<[Partial<AllowedMethods>, string[]]>([
    [
      {
        migration: 'complete',
        isWhyNotCapable: null,
        methods: [
          { method: 'sms', verdict: 'not-allowed' },
          { method: 'softwareOneTimePasscode', verdict: 'not-known' },
        ],
      },
      [
        'Registered and not capable. Whether that is because of the policy is not known.',
        'SMS not allowed',
        'Software one-time passcode not known whether it is allowed',
      ],
    ],
    [
      {
        isWhyNotCapable: false,
        methods: [{ method: 'fido2', verdict: 'allowed' }],
      },
      [
        'Registered and not capable, although the policy allows a method. The report may be older than the policy.',
        'FIDO2 security key (older name) allowed',
      ],
    ],
    [
      {
        migration: 'not-begun',
        methods: [
          { method: 'windowsHelloForBusiness', verdict: 'elsewhere' },
          { method: 'sms', verdict: 'not-allowed' },
        ],
      },
      [
        'Windows Hello for Business not decided by this policy',
        'SMS not allowed',
        'The move to this policy has not begun: the older settings of per-user MFA and of password reset still count beside it.',
      ],
    ],
    [
      {
        methods: [
          { method: 'windowsHelloForBusiness', verdict: 'elsewhere' },
          { method: 'fido2', verdict: 'allowed' },
        ],
      },
      [],
    ],
  ])('says of a person %j', (allowed, lines) => {
    renderPart(
      <PersonMethods allowed={{ migration: null, methods: [], ...allowed }} />,
    );
    const shown = [...document.querySelectorAll('p, li')]
      .map(({ textContent }) => textContent)
      .filter(text => text !== 'drawn');
    expect(shown).toEqual(lines);
  });
});
