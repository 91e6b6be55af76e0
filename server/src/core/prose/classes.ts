/** What a character can be in a sentence, one bit each: one look at a table instead of one at every set. */
export const STOP = 1;
export const COMMA = 2;
export const DIGIT = 4;
/** 〇一二…, 十, 廿, and the capital forms. */
export const NUMERAL = 8;
/** 百, 千, 万, 亿, and the capital forms. */
export const SCALE = 64;
/** What a link of a chain may begin with. */
export const LINK = 16;
/** What a word that says what a sentence is about begins with. */
export const TOPIC = 32;

/** The bits of every UTF-16 code unit. */
export const CLASSES = new Uint8Array(0x10000);

/** Adds a bit to characters. */
export function mark(chars: string, bit: number): void {
  for (const c of chars) {
    const code = c.charCodeAt(0);
    CLASSES[code] = (CLASSES[code] as number) | bit;
  }
}

mark('。！？；;!?\n', STOP);
mark('，,、：:（）()【】[]', COMMA);
mark('0123456789０１２３４５６７８９', DIGIT);
mark('〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅', NUMERAL);
mark('百佰千仟万亿', SCALE);
mark('一二三四五六七八九十第（(123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', LINK);
