export * from './conditions';
export * from './inTeams';
export * from './isLedBy';
export * from './isSelf';
export * from './personResource';
