/** Cells of a pipe table by the label of their row, found without the reader that is under test. */
import type { Range } from 'vscode-languageserver';
import { LineIndex } from '../../../server/src/core';

/**
 * The content of a cell in the row that has a label.
 * @param column from 1, as the last `width` columns of the table are counted; those of table 3 by default
 */
export function cellIn(text: string, label: string, column: number, width = 7): Range {
  const at = text.indexOf(label);
  if (at < 0) throw new Error(`${label} does not stand in the text`);
  let end = text.indexOf('\n', at);
  for (let i = 0; i <= width - column; i++) end = text.lastIndexOf('|', end - 1);
  let start = text.lastIndexOf('|', end - 1) + 1;
  while (text.charAt(start) === ' ' && start < end - 1) start++;
  while (text.charAt(end - 1) === ' ' && end > start) end--;
  return new LineIndex(text).rangeAt({ start, end });
}

/** Labels of rows of table 3 as they stand in it and nowhere else. */
export const GRANTED = '（一）予以公开';
export const NEWLY = '一、本年新收政府信息公开申请数量';
export const CARRIED_IN = '二、上年结转政府信息公开申请数量';
export const HANDLED = '（七）总计';
export const CARRIED_ON = '四、结转下年度继续办理';
