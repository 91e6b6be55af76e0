/*
 * What of the 2019 form the 2021 form still asks for, by meaning. Cells of the same name have the same meaning in both
 * (处理决定数量 of 2019 is 本年处理决定数量 of 2021); nothing stands for 本年新公开数量, 对外公开总数量 (all that is open to the
 * public, not what is in force), 上一年项目数量, 本年增/减, 其他对外管理服务事项 and 政府集中采购, and 行政事业性收费
 * was a count of items and is an amount now.
 */

/** Cells of the 2019 form that the 2021 form has under another name. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['proactive.rules.made', 'proactive.rules.issued'],
  ['proactive.normativeDocuments.made', 'proactive.normativeDocuments.issued'],
]);

/**
 * Rows of the 2019 form that the 2021 form splits: a figure of theirs can stand in any of the new rows, only where it
 * is 0 all of them are.
 */
export const SPLIT: ReadonlyMap<string, readonly string[]> = new Map([
  ['otherHandling', ['otherHandling.notCorrected', 'otherHandling.unpaidFee', 'otherHandling.other']],
]);
