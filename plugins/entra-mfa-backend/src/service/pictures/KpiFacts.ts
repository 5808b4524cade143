import type {
  Basis,
  CoverageFigure,
  Freshness,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A figure as a picture shows it. */
export interface KpiFigure {
  coverage: CoverageFigure;
  basis: Basis;
  targetPermille: number;
  freshness: Pick<Freshness, 'readAt' | 'stale' | 'fromMethods'>;
}

/** What a picture shows: of whom, and the figure, or why there is none. */
export interface KpiFacts {
  title: string;
  figure: KpiFigure | string;
}
