/** 规章、规范性文件、许可、处罚、强制、收费 against table 2. */
import { family } from './write';

const group = family('prose/table');

// 规范性文件：制发17 废止8 现行有效93；许可24816 处罚1352 强制67 收费812.45万元。
group(
  'proactive',
  { frame: 'county-2023', section: 'overview' },
  {
    wrong: [
      { text: '2023年，全县制发行政规范性文件⟦19件⟧，废止8件。', cells: ['proactive.normativeDocuments.issued'] },
      {
        text: '全年制发行政规范性文件17件，废止⟦6件⟧，现行有效93件。',
        cells: ['proactive.normativeDocuments.repealed'],
      },
      { text: '截至2023年底，全县现行有效的行政规范性文件⟦39件⟧。', cells: ['proactive.normativeDocuments.inForce'] },
      { text: '全县各部门全年作出行政许可决定⟦24186件⟧。', cells: ['proactive.licences.decisions'] },
      { text: '本年度作出行政处罚决定⟦1325件⟧、行政强制67件。', cells: ['proactive.penalties.decisions'] },
      { text: '全年行政处罚1352件、行政强制⟦76件⟧，均在门户网站公示。', cells: ['proactive.coercion.decisions'] },
      { text: '全年行政事业性收费⟦821.45万元⟧。', cells: ['proactive.fees.amount'] },
    ],
    right: [
      '2023年，全县制发行政规范性文件17件，废止8件，现行有效93件。',
      '全县各部门全年作出行政许可决定24816件。',
      '本年度作出行政处罚决定1352件、行政强制67件。',
      '全年行政事业性收费812.45万元。',
      ['全年行政事业性收费8124500元。', '换一个单位'],
      '全年行政许可约2.48万件。',
      ['公开规范性文件解读材料31篇。', '解读材料不是规范性文件'],
      ['全年公开政府文件126件，其中规范性文件17件。', '文件不在表中'],
      ['县政府及县政府办公室制发规范性文件9件。', '只是其中一部分机关'],
      ['公开行政许可事项412项、行政处罚事项2638项。', '事项不是决定'],
      ['梳理行政强制事项36项，逐项公开依据。', '事项不是决定'],
      ['公示行政许可和行政处罚信息2.3万余条。', '“双公示”条数不是决定数'],
      ['县市场监管局作出行政处罚316件。', '一个部门的数'],
    ],
  },
);

group(
  'proactive-ministry',
  { frame: 'ministry-2024', section: 'proactive' },
  {
    wrong: [
      { text: '2024年，我局制定规章⟦8件⟧，废止规章3件，现行有效规章84件。', cells: ['proactive.rules.issued'] },
      { text: '现行有效规章84件、行政规范性文件⟦470件⟧。', cells: ['proactive.normativeDocuments.inForce'] },
      { text: '全年办理行政许可决定⟦3981件⟧。', cells: ['proactive.licences.decisions'] },
    ],
    right: [
      '2024年，我局制定规章6件，废止规章3件，现行有效规章84件。',
      '制发行政规范性文件31件，废止14件，现行有效407件。',
      '全年作出行政许可决定3,918件、行政处罚决定203件，无行政强制。',
      '修改规章5件，清理涉及营商环境的文件73件。',
      '派出机构办理行政许可1207件。',
      '公布规章立法计划项目11件，公开征求意见稿9件。',
    ],
  },
);

// 2019年格式：规范性文件 制作26 公开24 累计214；许可项目361（-12）决定9407；采购309个18752.6万元。
group(
  'proactive-2019',
  { frame: 'county-2020', section: 'proactive' },
  {
    wrong: [
      { text: '2020年，全县新制作规范性文件⟦62件⟧，新公开24件。', cells: ['proactive.normativeDocuments.made'] },
      { text: '全年作出行政许可处理决定⟦9470件⟧。', cells: ['proactive.licences.decisions'] },
      { text: '政府集中采购项目⟦390个⟧，采购总金额18752.6万元。', cells: ['proactive.procurement.projects'] },
      { text: '政府集中采购项目309个，采购总金额⟦17852.6万元⟧。', cells: ['proactive.procurement.amount'] },
    ],
    right: [
      '2020年，全县新制作规范性文件26件，新公开24件，对外公开总数214件。',
      '政府集中采购项目309个，采购总金额18752.6万元。',
      ['政府集中采购总金额1.88亿元。', '四舍五入到百万'],
      '全年行政许可处理决定9407件、行政处罚764件、行政强制51件。',
      '清理规范性文件88件，其中保留61件、修改16件、废止11件。',
      '行政许可事项比上年减少12项。',
      ['县公共资源交易中心全年完成交易项目612个。', '交易不是采购'],
    ],
  },
);

export const tableProactive = group.cases;
