/** What the server says of a talk and what the page sends: the shapes of `desk/light/*.py`. */

export interface Terms {
  level: string;
  changes: Record<string, string>;
  descriptions: string[];
  quote_approval: boolean;
  embargo: string;
  event: string;
  delete_by: string;
  tell: string[];
  scope: string;
  until: number | null;
}

export interface Fact {
  kind: string;
  by: string;
  start: number | null;
  terms: Terms | null;
  covers: string[];
  to: string[];
  topic: string;
}

export interface Act {
  id: string;
  at: string;
  kind: string;
  by: string;
  to: string[];
  terms: Terms | null;
  words: string;
  note: string;
  all_so_far: boolean;
}

export interface Party {
  id: string;
  role: string;
}

export interface Question {
  axis: string;
  text: string;
  reason: string;
  careful: string;
  choices: { permission: string; words: string }[];
}

export interface Part {
  name: string;
  title: string;
  lines: { text: string; spoken: boolean }[];
}

export interface Level {
  name: string;
  title: string;
  now: string;
  known: boolean;
  rights: Record<string, string>;
  questions: Question[];
  script: Part[];
}

export interface Table {
  began: string;
  outlet: string;
  policy: string;
  policy_title: string;
  parties: Party[];
  protected: string;
  reader: string;
  side: string;
  axes: Record<string, string[]>;
  levels: Level[];
  wording: Record<string, string[]>;
}

export interface Layer {
  level: string;
  rights: Record<string, string>;
  descriptions: string[] | null;
  quote_approval: boolean;
  embargoes: string[];
  delete_by: string;
  tell: string[] | null;
  scope: string;
  until: number | null;
  defined: boolean;
  unconfirmed: boolean;
  since: number | null;
}

export interface Waiting {
  by: string;
  kind: string;
  terms: Terms;
  waiting: string[];
  accepted: string[];
  refused: string[];
  unclear: boolean;
  definer: string;
}

export interface State {
  stage: string;
  layers: Layer[];
  waiting: Waiting | null;
  returning: boolean;
  unclear: boolean;
  topic: string;
  ineffective: number;
}

export interface LightRecord {
  version: number;
  facts: Fact[];
  acts: string[];
  turns: number;
  closed: boolean;
  state: State;
}

/** What a page keeps of a talk: enough to go on when nobody answers. */
export interface Base {
  table: Table;
  record: LightRecord;
}

export const NO_TERMS: Terms = {
  level: "",
  changes: {},
  descriptions: [],
  quote_approval: false,
  embargo: "",
  event: "",
  delete_by: "",
  tell: [],
  scope: "",
  until: null,
};
