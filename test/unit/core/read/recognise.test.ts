/** Which texts are drafts. */
import { describe, expect, it } from 'vitest';
import { isDraft } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

describe('drafts', () => {
  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))('%s, %s', (layout, form) => {
    const text = fixture(layout, form);
    expect(isDraft(text)).toBe(true);
    expect(isDraft(text.replaceAll('\n', '\r\n'))).toBe(true);
    // the title of many is a picture, or was left on another page
    expect(isDraft(text.slice(text.indexOf('一、总体情况')))).toBe(true);
  });
  it.each([
    ['a title, just typed', '云泽市2023年政府信息公开工作年度报告\n'],
    ['a title and a heading', '# 云泽市2023年政府信息公开工作年度报告\n\n## 一、总体情况\n'],
    [
      'a title and what comes first',
      '云泽市2023年政府信息公开工作年度报告\n\n　　根据条例，编制本报告。\n\n一、总体情况\n\n　　2023年，',
    ],
    [
      'six headings',
      '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
    ],
  ])('%s', (_, text) => expect(isDraft(text)).toBe(true));
});

describe('anything else', () => {
  const quoted = fixture('gfm', '2021');
  it.each([
    ['nothing', ''],
    [
      'a README that quotes a report',
      `# 年报校核\n\n检查政府信息公开工作年度报告的工具。\n\n\`\`\`\n${quoted}\`\`\`\n\n## 用法\n\n运行 \`check\`。\n`,
    ],
    ['a README with tildes', `# 工具\n\n示例：\n\n~~~markdown\n${quoted}~~~\n`],
    [
      'a README in prose',
      '# Nianbao\n\nA checker for 政府信息公开工作年度报告. It reads tables such as 收到和处理政府信息公开申请情况 and tells where 总计 is wrong.\n\n## Install\n\nnpm install\n',
    ],
    [
      'a novel',
      '第一章　雪夜\n\n　　那年冬天，他把信放进抽屉，没有向任何人公开过里面的内容。\n\n第二章　归途\n\n　　“其他的事，以后再说吧。”她说。\n'.repeat(
        20,
      ),
    ],
    [
      'a news item',
      '云泽市公布政府信息公开工作年度报告\n\n　　本报讯 1月30日，云泽市公布了2022年政府信息公开工作年度报告。报告显示，全年新收政府信息公开申请74件，予以公开32件。\n\n　　市政府办公室负责人介绍，下一步将继续推进主动公开。\n',
    ],
    [
      'a law',
      '中华人民共和国政府信息公开条例\n\n第一章　总则\n\n第一条　为了保障公民、法人和其他组织依法获取政府信息，制定本条例。\n\n第四十九条　县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。\n\n第五十条　政府信息公开工作年度报告应当包括下列内容：\n（一）行政机关主动公开政府信息的情况；\n（二）行政机关收到和处理政府信息公开申请的情况；\n（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；\n（四）政府信息公开工作存在的主要问题及改进情况；\n（五）其他需要报告的事项。\n',
    ],
    [
      'minutes of a meeting',
      '全市政务公开工作会议纪要\n\n时间：2023年2月3日\n\n一、总体情况\n　　会议听取了政府信息公开工作年度报告编制情况汇报。\n二、下一步工作\n　　会议要求各单位按时公开。\n三、其他事项\n　　无。\n',
    ],
    [
      'another report with the headings of all reports',
      '云泽市2023年法治政府建设工作报告\n\n一、总体情况\n　　依法公开。\n二、主要做法\n　　略。\n三、存在的主要问题及改进情况\n　　略。\n四、其他需要报告的事项\n　　无。\n',
    ],
    [
      'a notice about the reports',
      '关于做好2022年政府信息公开工作年度报告编制发布工作的通知\n\n各县（区）人民政府：\n　　现就有关事项通知如下：\n一、编制要求\n　　按照格式编制。\n二、时间要求\n　　1月31日前公布。\n'.repeat(
        2,
      ),
    ],
    [
      'the report of a school, which has a form of its own',
      '青禾大学2021—2022学年信息公开工作年度报告\n\n　　统计期限自2021年9月1日至2022年8月31日。\n\n一、概述\n　　略。\n\n二、主动公开情况\n　　略。\n',
    ],
    ['its title', '青禾大学2022年信息公开工作年度报告\n\n一、概述\n'],
    ['a spreadsheet of something else', '商业企业,科研机构,其他,总计\n1,2,3,6\n公开,0,0,0\n'],
    [
      'source code',
      "export const title = '政府信息公开工作年度报告';\nconst sections = ['总体情况', '主动公开政府信息情况'];\n",
    ],
  ])('%s', (_, text) => expect(isDraft(text)).toBe(false));
});
