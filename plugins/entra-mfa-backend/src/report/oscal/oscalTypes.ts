/** A property of OSCAL. */
export interface Prop {
  name: string;
  ns: string;
  value: string;
}

interface Component {
  uuid: string;
  type: string;
  title: string;
  description: string;
  status: { state: string };
}

interface Origin {
  actors: { type: string; 'actor-uuid': string }[];
}

interface SelectedControl {
  'control-id': string;
}

interface Observation {
  uuid: string;
  title: string;
  description: string;
  props: Prop[];
  methods: string[];
  types: string[];
  origins: Origin[];
  subjects: { 'subject-uuid': string; type: string }[];
  'relevant-evidence': { href: string; description: string }[];
  collected: string;
}

interface Finding {
  uuid: string;
  title: string;
  description: string;
  props: Prop[];
  origins: Origin[];
  target: {
    type: string;
    'target-id': string;
    status: { state: string; reason: string; remarks?: string };
  };
  'related-observations': { 'observation-uuid': string }[];
}

/** What is written of NIST's assessment-results, model 1.1.2. */
export interface AssessmentResults {
  'assessment-results': {
    uuid: string;
    metadata: {
      title: string;
      'last-modified': string;
      version: string;
      'oscal-version': string;
      props: Prop[];
      roles: { id: string; title: string }[];
      parties: { uuid: string; type: string; name: string }[];
      'responsible-parties': { 'role-id': string; 'party-uuids': string[] }[];
    };
    'import-ap': { href: string; remarks: string };
    'local-definitions'?: {
      'objectives-and-methods': {
        'control-id': string;
        parts: { id: string; name: string; title: string; prose?: string }[];
      }[];
    };
    results: {
      uuid: string;
      title: string;
      description: string;
      start: string;
      end: string;
      'local-definitions': {
        components: Component[];
        'assessment-assets': {
          components: Component[];
          'assessment-platforms': {
            uuid: string;
            title: string;
            'uses-components': { 'component-uuid': string }[];
          }[];
        };
      };
      'reviewed-controls': {
        'control-selections': {
          'include-controls': SelectedControl[];
          'exclude-controls'?: SelectedControl[];
          remarks?: string;
        }[];
      };
      observations: Observation[];
      findings?: Finding[];
    }[];
    'back-matter': {
      resources: {
        uuid: string;
        title: string;
        rlinks: {
          href: string;
          'media-type': string;
          hashes?: { algorithm: string; value: string }[];
        }[];
      }[];
    };
  };
}
