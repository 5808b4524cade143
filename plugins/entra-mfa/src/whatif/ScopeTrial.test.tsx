import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ruleText } from './RuleToPaste';
import { ScopeTrial } from './ScopeTrial';

const filter = "startsWith(displayName,'A') or displayName eq 'Carl Engel'";

async function write(text: string) {
  const field = await screen.findByRole('textbox', { name: 'Filter' });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}

it('says who would leave by name, what comes of it, and what to put into the configuration', async () => {
  const answer = healthy.answer(
    'previewScope',
    {},
    { leaveOut: filter, limit: 20 },
  );
  const api = new RecordedApi();
  renderPart(<ScopeTrial />, api);
  expect(
    await screen.findByText('Write a filter, or choose a rule that goes.'),
  ).toBeInTheDocument();
  expect(api.last('previewScope')).toBeUndefined();
  await write(filter);
  const { leave } = answer;
  expect(leave.privileged).toBeGreaterThan(1);
  expect(
    await screen.findByText(`${leave.people} people would leave the figure.`),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      new RegExp(
        `^${leave.privileged} of those who would leave are privileged`,
      ),
    ),
  ).toBeInTheDocument();
  const movers = within(screen.getByRole('group', { name: 'Who would move' }));
  const rows = movers.getAllByRole('row').slice(1);
  expect(rows).toHaveLength(leave.people);
  expect(rows[0]).toHaveTextContent(/privileged.*leaves/);
  const [{ person }] = answer.items;
  expect(
    movers.getByRole('link', { name: person.displayName }),
  ).toHaveAttribute('href', `/entra-mfa/people/${person.tenant}/${person.id}`);
  expect(
    screen.getByText('With the rule, not the figure').parentElement,
  ).toHaveTextContent(/points$/);
  expect(screen.getByText(/^entraMfa:/)).toHaveTextContent(
    `filter: ${JSON.stringify(filter)}`,
  );
  expect(screen.getByRole('button', { name: 'Copy the rule' })).toBeVisible();
});

it('tries the contrary, and says where nobody moves', async () => {
  const api = new RecordedApi();
  renderPart(<ScopeTrial />, api);
  await userEvent.click(
    await screen.findByRole('button', { name: /Leave out/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: 'who does not match it' }),
  );
  await write("displayName ne 'Nobody'");
  expect(
    await screen.findByText('No one would leave the figure or come into it.'),
  ).toBeInTheDocument();
  expect(api.last('previewScope')?.query).toEqual({
    leaveOut: "not (displayName ne 'Nobody')",
    limit: '20',
  });
});

it.each([
  [
    "mail like 'x'",
    'Character 6: “like” stands where this is expected: eq, ne, in.',
    'like',
  ],
  [
    "salary eq 'high'",
    /^Character 1: there is no property “salary”. There are: displayName,/,
    'salary',
  ],
  [
    'mail eq',
    "Character 8: the filter ends where this is expected: 'text', null.",
    '',
  ],
  [
    'createdDateTime gt soon',
    'Character 20: “soon” is none of its values. Write 2026-01-31, 2026-01-31T09:00:00Z.',
    'soon',
  ],
])(
  'marks what is wrong in %s, and asks nothing',
  async (wrong, says, marked) => {
    const api = new RecordedApi();
    renderPart(<ScopeTrial />, api);
    await write(wrong);
    expect(await screen.findByText(says)).toBeInTheDocument();
    expect(document.querySelector('mark')?.textContent?.trim()).toBe(marked);
    expect(screen.getByRole('textbox', { name: 'Filter' })).toBeInvalid();
    expect(screen.queryByText(/^entraMfa:/)).toBeNull();
    expect(api.last('previewScope')).toBeUndefined();
  },
);

it('is for who sees everybody by name', async () => {
  renderPart(<ScopeTrial />, new RecordedApi('lead'));
  expect(
    await screen.findByText(/may see everyone by name \(entra-mfa/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('writes a rule whose text the portal takes for nothing else', () => {
  const written = ['displayName eq ', "'", '${', 'HOME}"', "'"].join('');
  const text = ['displayName eq ', "'", '$${', 'HOME}"', "'"].join('');
  expect(ruleText(written)).toContain(`filter: ${JSON.stringify(text)}`);
});
