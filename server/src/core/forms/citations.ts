/** A document that drafts cite, and where anybody can read it. */
export interface Source {
  readonly name: string;
  readonly url: string;
  /** How it is cited; matched in text whose brackets and digits may be of any width. */
  readonly cited: RegExp;
}

/** Only documents whose address is certain. */
export const SOURCES: readonly Source[] = [
  {
    name: '中华人民共和国政府信息公开条例（国务院令第711号）',
    url: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
    cited: /《\s*(?:中华人民共和国)?\s*政府信息公开条例\s*》|国务院令\s*第?\s*711\s*号/g,
  },
];

export const REGULATION = SOURCES[0] as Source;
