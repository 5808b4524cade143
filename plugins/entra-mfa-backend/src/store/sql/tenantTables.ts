import type { StorageGroup } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A table with rows of tenants. */
export interface TenantTable {
  name: string;
  /** Of what it is, where sizes are told. */
  group: StorageGroup;
  /** Its primary key; without the tenant where that is the first of it. */
  key: readonly string[];
  /** The trigger that refuses to remove its rows, which is away while a tenant is forgotten. */
  guard?: string;
  /** Whether its rows stay where a tenant is forgotten: they tell that it was, and what became of it before. */
  stays?: boolean;
}

/**
 * Every table of the store but those of the migrations. A test compares it with the schema: a table that is left out
 * would be left behind when a tenant is forgotten.
 */
export const tenantTables: readonly TenantTable[] = [
  // First: what an approved assessment froze can go once nothing says any more that it was approved.
  {
    ...of('assessment_step', 'decisions', 'assessment', 'step'),
    guard: 'assessment_step_delete_frozen',
  },
  of('assessment', 'decisions', 'assessment'),
  of('assessment_comment', 'decisions', 'assessment', 'comment'),
  of('assessment_auditor', 'decisions', 'assessment', 'auditor_ref'),
  of('assessment_pin', 'decisions', 'assessment', 'kind', 'fingerprint'),
  of('assessment_result', 'decisions', 'assessment'),
  of('person', 'people', 'object_id', 'from_snapshot'),
  of('person_team', 'people', 'team_ref', 'object_id', 'from_snapshot'),
  of('person_entity', 'people', 'object_id', 'entity_ref', 'from_snapshot'),
  of(
    'person_role',
    'people',
    ...['role_id', 'object_id', 'kind', 'from_snapshot'],
  ),
  of('person_change', 'people', 'snapshot', 'object_id'),
  of('person_change_total', 'people', 'snapshot'),
  of('unmatched', 'people', 'kind', 'unmatched_key', 'from_snapshot'),
  of('owned_entity', 'people', 'entity_ref', 'from_snapshot'),
  of('owner_set', 'people', 'owner_set', 'owner_ref', 'from_snapshot'),
  of('owner_coverage', 'people', 'owner_set', 'from_snapshot'),
  of('record', 'records', 'data_set', 'record_key', 'from_run'),
  of('data_set', 'records', 'data_set'),
  of('coverage', 'history', 'team_ref', 'from_snapshot'),
  of('team', 'history', 'team_ref', 'from_snapshot'),
  of('control_test', 'history', 'test', 'from_snapshot'),
  of('control_status', 'history', 'control', 'from_snapshot'),
  of('entra_group', 'history', 'group_id', 'from_snapshot'),
  of('team_lead', 'history', 'team_ref', 'lead_ref', 'from_snapshot'),
  of('run_collector', 'runs', 'run', 'data_set'),
  of('stage', 'runs', 'run', 'data_set', 'page'),
  of('run', 'runs', 'run'),
  of('review_decision', 'decisions', 'review', 'object_id', 'step'),
  of('review_item', 'decisions', 'review', 'object_id'),
  of('review', 'decisions', 'review'),
  of('review_assignment', 'decisions', 'review', 'object_id', 'reviewer_ref'),
  of('review_reminder', 'decisions', 'review', 'reviewer_ref', 'day'),
  of('review_handover', 'decisions', 'review', 'step'),
  of('review_schedule', 'decisions', 'schedule_id'),
  of('review_schedule_user', 'decisions', 'schedule_id', 'reviewer_ref'),
  of('exception', 'decisions', 'exception_id'),
  of('break_glass_drill', 'decisions', 'object_id', 'drill_id'),
  of('hold', 'decisions', 'run'),
  of('erasure', 'decisions', 'object_id', 'erased_at'),
  of('reminder_sent', 'people', 'object_id', 'campaign_id', 'day'),
  of('reminder_campaign', 'decisions', 'campaign_id'),
  of('notice', 'decisions', 'notice_key'),
  { ...of('connection_event', 'trail', 'sequence'), stays: true },
  { ...of('connection_event_user', 'trail', 'sequence'), stays: true },
  // The state of now, which begins with the disconnection.
  { ...of('connection_episode', 'trail', 'episode'), stays: true },
  { ...of('connection', 'trail'), stays: true },
  { ...of('forgetting', 'trail'), stays: true },
  of('portal_connection', 'trail'),
  of('connect_request', 'trail', 'id'),
  of('sealed_secret', 'trail', 'purpose'),
  of('evidence_item', 'history', 'fingerprint'),
  of('evidence_held', 'history', 'type', 'from_snapshot'),
  { ...of('evidence_tile', 'trail', 'level', 'tile'), stays: true },
  { ...of('evidence_checkpoint', 'trail', 'size'), stays: true },
  of('evidence_push', 'history', 'sink', 'snapshot'),
  of('evidence_push_document', 'history', 'sink', 'assessment'),
  of('retention', 'history'),
  of('snapshot', 'history', 'snapshot'),
  of('tenant', 'history'),
];

function of(name: string, group: StorageGroup, ...key: string[]): TenantTable {
  return { name, group, key };
}
