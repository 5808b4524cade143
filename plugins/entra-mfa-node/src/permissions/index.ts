export * from './conditions';
export * from './inTeams';
export * from './isSelf';
export * from './personResource';
