/** What a check answers, and the same with places that the editor can use. */
import { Offsets } from "./offsets";

/** A change to the text that mends a finding: `from` to `to` becomes `insert`. */
export interface Remedy {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** One finding: places are code points when it comes from the server, code units once it is `placed`. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly severity: string;
  readonly code: string;
  readonly rule: string;
  readonly says: string;
  readonly terms: string;
  readonly statement: string;
  readonly moment: string;
  readonly remedy: Remedy | null;
  readonly card: string;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly tally: Readonly<Record<string, number | string>>;
  readonly version: number;
}

/** The findings of `text`, in code units, in the order of the text. A place beyond the text is its end. */
export function placed(findings: readonly Finding[], text: string): Finding[] {
  const offsets = new Offsets(text);
  const unit = (points: number): number => Math.min(offsets.units(Math.max(points, 0)), text.length);
  const span = <T extends { readonly from: number; readonly to: number }>(of: T): T => ({
    ...of,
    from: unit(of.from),
    to: Math.max(unit(of.from), unit(of.to)),
  });
  return findings
    .map((finding) => ({ ...span(finding), remedy: finding.remedy && span(finding.remedy) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}
