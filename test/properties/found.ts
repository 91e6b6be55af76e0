/** Texts on which some property once did not hold, each as small as it could be made: what one night found stays found. */
export const FOUND: readonly string[] = [
  // a finding on half of an astral character
  '\u{1ab73}',
  // rows of a table on both sides of a section's heading
  '属于四类过程性信息 属于行政执法案卷 没有现成信息需要另行制作 补正后申请内容仍不明确\n（五\t\t\t\t\t\t5\t\r重复申请 要求提供公开出版物\n4.\t0\r\t\t\t\t4\t\t\t\r申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请\n3.其他\r七）\t0\n度继续办理\t0\n四、复议\n行政复议\n属于行政查询事项\n本机关不掌握相关政府信息\t\t\t\t\t\t8\t',
  // two tables that are to be written anew in one line
  '2024年1月1日至2024年2月1日\n三、收处理政府信息公开申\r自然人\n0;\r属于四类过程性信息',
  '2021年1月1日起至2021年12月31日\n<tr><td>6.属于四类过程性信息</td><td><td><td><td><td><td><td>\n<tr><td c>（七）总计><td><td><td><td><td><td>1><tr><td <p>结果维持<td ><td><td/td><td ><td><td/td><td ><td><td>0</p><td ><td/td><td ><td/td><td e>',
  // tags of one table taken for those of another
  '<tr<table><td>行政许可<td/><td><td>８<tr><td><td/><td><tr><td><td/><td><tr><td>行政强<td/><td>0<><td><tr><td>政府集中采购<td/><td></table>>',
  '<tr<table><td>结果维持<td/><td><td><td><td/><td><td><td/><td><td>0<td/><td><td/><td><td/></table>>',
  // words of a table that become a paragraph, or paragraphs that become words of a table
  '主动公开政府信息情况\n<table><th>1<tr><td>行政事业性收费<td ></table>',
  '四、诉讼\n结果维持\n#正\r尚未审结\n0\n0\n0\r0\n0\n0\n0\n0\r0\n0\n0\n0\n0\r0\n0',
  '二、主动公开\n信息内容\n本年新收政府信息公开申请数量|||||||\n||||||\n||||||\n||||||\n||||||\n政法规禁止公开|||||||1\n方合法权益|||||||2\n||||||\n||||||\n||||||\n||||||\n||||||\n||||||\n||||||\n投诉类申请||||||0|',
  // line ends of a kind that the draft has not
  '０\r',
  '\t0\r\t结果纠正',
  '二、主动公开\r\t规章\r\t0',
  // a year that only the period has, in no paragraph
  '<tr>2019年1月1日至2019年2月1日',
  '予以公开|2022年1月1日至2022年2月1日',
  // a row with one number too many, beside rows that are missing
  '三.收到和处理政府信息公开申请情况\r本年新收政府信息公开申请数量 0 0 0 0 0 0 ０ 0',
  // columns that the space between cells alone tells apart
  '| 未经复议直接起诉\n|复议后起诉\n|0\n|0\n|0\n|0\n|0\n|0\n|0\n|0\n|0\n|0件\n|0\n|0\n|0\n|0\n|0',
  // a label whose correction makes a row
  '收到和处理政府信息公开申请情况\n\t予以公开\t\t1\t\t\t\t\t\t1\n\t"部分公开处理的计\n其他情形\t\t0\n\t\t2.开\t0',
  // a place in the blank beside a number, asked about and completed
  '三、收到和处理政府信息公开申请情况\r\n（五）不予处理  |  1.信访举报投诉类申请    |  0  |  0  |  0  |  0  |  0  |  0  | | ',
];
