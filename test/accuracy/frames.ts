/**
 * The reports that the cases stand in: balanced tables of made-up offices, silent without the text of a case.
 * Values within a report differ wherever that is possible, so that a match with the wrong cell shows.
 */
import type { SectionId } from '../../server/src/core';
import { writeTable } from '../../server/src/core/edit/writeTable';
import { tableSpec } from '../../server/src/core/forms';

export type FrameId =
  | 'county-2023'
  | 'county-2020'
  | 'city-2025'
  | 'ministry-2024'
  | 'water-2022'
  | 'school-2021'
  | 'transport-2019'
  | 'town-2020'
  | 'township-2023'
  | 'street-2021'
  | 'department-2024'
  | 'zone-2022'
  | 'town-2025'
  | 'district-2020';

/** What the text of a case stands in place of, or behind. */
export type Place = SectionId | 'title' | 'preface' | 'signature';

type Applicant =
  | 'naturalPerson'
  | 'company'
  | 'researchInstitution'
  | 'publicWelfareOrganisation'
  | 'legalServiceOrganisation'
  | 'otherOrganisation';

/** Numbers of one column of table 3 by row; results that are not named are 0, totals are added up. */
type Column = Readonly<Record<string, number>>;

export interface Frame {
  readonly id: FrameId;
  readonly form: '2019' | '2021';
  readonly year: number;
  readonly organisation: string;
  readonly style: 'gfm' | 'plain';
  /** As they stand in the cells of table 2; what is not named is 0. */
  readonly proactive: Readonly<Record<string, string>>;
  readonly requests: Readonly<Partial<Record<Applicant, Column>>>;
  /** 结果维持, 结果纠正, 其他结果, 尚未审结 of 行政复议, 未经复议直接起诉, 复议后起诉. */
  readonly disputes: readonly [review: Four, directSuit: Four, suitAfterReview: Four];
}

type Four = readonly [upheld: number, corrected: number, other: number, pending: number];
const NONE: Four = [0, 0, 0, 0];

export const FRAMES: readonly Frame[] = [
  // 新收179 结转来11 办结176 结转下年14；公开86 部分14 不予22 无法35 不处理12 其他7；复议9 诉讼4+2
  {
    id: 'county-2023',
    form: '2021',
    year: 2023,
    organisation: '青岑县人民政府',
    style: 'gfm',
    proactive: {
      'normativeDocuments.issued': '17',
      'normativeDocuments.repealed': '8',
      'normativeDocuments.inForce': '93',
      'licences.decisions': '24816',
      'penalties.decisions': '1352',
      'coercion.decisions': '67',
      'fees.amount': '812.45',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 151,
        carriedIn: 9,
        granted: 71,
        partlyGranted: 13,
        'refused.otherLaw': 2,
        'refused.thirdParty': 5,
        'refused.internalAffairs': 3,
        'refused.processInformation': 6,
        'refused.enforcementFile': 4,
        'unavailable.notHeld': 22,
        'unavailable.needsCreation': 3,
        'unavailable.stillUnclear': 2,
        'notProcessed.petition': 7,
        'notProcessed.repeated': 4,
        'otherHandling.notCorrected': 5,
        'otherHandling.other': 2,
        carriedForward: 11,
      },
      company: {
        newlyReceived: 19,
        carriedIn: 2,
        granted: 10,
        partlyGranted: 1,
        'refused.thirdParty': 1,
        'unavailable.notHeld': 5,
        'notProcessed.repeated': 1,
        carriedForward: 3,
      },
      legalServiceOrganisation: { newlyReceived: 6, granted: 4, 'unavailable.notHeld': 2 },
      otherOrganisation: { newlyReceived: 3, granted: 1, 'refused.otherLaw': 1, 'unavailable.notHeld': 1 },
    },
    disputes: [
      [5, 2, 1, 1],
      [3, 0, 1, 0],
      [1, 1, 0, 0],
    ],
  },
  // 新收97 结转来5 办结98 结转下年4；公开45 部分10 不予11 无法23 不处理6 其他3；复议7 诉讼2+1
  {
    id: 'county-2020',
    form: '2019',
    year: 2020,
    organisation: '石鼓县人民政府',
    style: 'plain',
    proactive: {
      'normativeDocuments.made': '26',
      'normativeDocuments.disclosed': '24',
      'normativeDocuments.total': '214',
      'licences.previous': '361',
      'licences.change': '-12',
      'licences.decisions': '9407',
      'otherManagement.previous': '148',
      'otherManagement.change': '5',
      'otherManagement.decisions': '2215',
      'penalties.previous': '2870',
      'penalties.change': '36',
      'penalties.decisions': '764',
      'coercion.previous': '133',
      'coercion.change': '2',
      'coercion.decisions': '51',
      'fees.previous': '41',
      'fees.change': '-3',
      'procurement.projects': '309',
      'procurement.amount': '18752.6万元',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 83,
        carriedIn: 4,
        granted: 38,
        partlyGranted: 8,
        'refused.otherLaw': 1,
        'refused.thirdParty': 3,
        'refused.internalAffairs': 2,
        'refused.processInformation': 4,
        'unavailable.notHeld': 14,
        'unavailable.needsCreation': 2,
        'unavailable.stillUnclear': 3,
        'notProcessed.petition': 5,
        'notProcessed.repeated': 1,
        otherHandling: 3,
        carriedForward: 3,
      },
      company: {
        newlyReceived: 12,
        carriedIn: 1,
        granted: 6,
        partlyGranted: 2,
        'refused.processInformation': 1,
        'unavailable.notHeld': 3,
        carriedForward: 1,
      },
      legalServiceOrganisation: { newlyReceived: 2, granted: 1, 'unavailable.notHeld': 1 },
    },
    disputes: [
      [4, 0, 2, 1],
      [2, 0, 0, 0],
      [1, 0, 0, 0],
    ],
  },
  // 新收6315 结转来292 办结6281 结转下年326；公开2870 部分474 不予598 无法1641 不处理456 其他242；复议206 诉讼56+67
  {
    id: 'city-2025',
    form: '2021',
    year: 2025,
    organisation: '云岭市人民政府',
    style: 'gfm',
    proactive: {
      'rules.issued': '4',
      'rules.repealed': '1',
      'rules.inForce': '38',
      'normativeDocuments.issued': '152',
      'normativeDocuments.repealed': '119',
      'normativeDocuments.inForce': '1874',
      'licences.decisions': '1284603',
      'penalties.decisions': '86215',
      'coercion.decisions': '4937',
      'fees.amount': '39218.6',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 4836,
        carriedIn: 217,
        granted: 2104,
        partlyGranted: 388,
        'refused.stateSecret': 6,
        'refused.otherLaw': 41,
        'refused.threeSecurities': 9,
        'refused.thirdParty': 132,
        'refused.internalAffairs': 74,
        'refused.processInformation': 158,
        'refused.enforcementFile': 63,
        'refused.administrativeInquiry': 47,
        'unavailable.notHeld': 1027,
        'unavailable.needsCreation': 96,
        'unavailable.stillUnclear': 85,
        'notProcessed.petition': 214,
        'notProcessed.repeated': 131,
        'notProcessed.publication': 7,
        'notProcessed.excessive': 22,
        'notProcessed.confirmation': 18,
        'otherHandling.notCorrected': 143,
        'otherHandling.unpaidFee': 2,
        'otherHandling.other': 39,
        carriedForward: 247,
      },
      company: {
        newlyReceived: 1052,
        carriedIn: 58,
        granted: 547,
        partlyGranted: 61,
        'refused.thirdParty': 29,
        'refused.processInformation': 20,
        'unavailable.notHeld': 287,
        'unavailable.needsCreation': 15,
        'notProcessed.petition': 22,
        'notProcessed.repeated': 26,
        'otherHandling.notCorrected': 41,
        'otherHandling.other': 6,
        carriedForward: 56,
      },
      researchInstitution: { newlyReceived: 33, granted: 21, 'unavailable.notHeld': 12 },
      publicWelfareOrganisation: {
        newlyReceived: 18,
        carriedIn: 1,
        granted: 11,
        partlyGranted: 2,
        'unavailable.notHeld': 5,
        carriedForward: 1,
      },
      legalServiceOrganisation: {
        newlyReceived: 301,
        carriedIn: 12,
        granted: 148,
        partlyGranted: 23,
        'refused.enforcementFile': 10,
        'refused.processInformation': 9,
        'unavailable.notHeld': 88,
        'notProcessed.repeated': 11,
        'otherHandling.notCorrected': 8,
        carriedForward: 16,
      },
      otherOrganisation: {
        newlyReceived: 75,
        carriedIn: 4,
        granted: 39,
        'unavailable.notHeld': 26,
        'notProcessed.petition': 5,
        'otherHandling.other': 3,
        carriedForward: 6,
      },
    },
    disputes: [
      [118, 27, 46, 15],
      [31, 4, 12, 9],
      [44, 3, 8, 12],
    ],
  },
  // 新收892 结转来46 办结858 结转下年80；公开349 部分62 不予112 无法217 不处理79 其他39；复议37 诉讼12+14
  {
    id: 'ministry-2024',
    form: '2021',
    year: 2024,
    organisation: '国家渔港管理局',
    style: 'plain',
    proactive: {
      'rules.issued': '6',
      'rules.repealed': '3',
      'rules.inForce': '84',
      'normativeDocuments.issued': '31',
      'normativeDocuments.repealed': '14',
      'normativeDocuments.inForce': '407',
      'licences.decisions': '3918',
      'penalties.decisions': '203',
      'fees.amount': '1460.72',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 612,
        carriedIn: 34,
        granted: 205,
        partlyGranted: 41,
        'refused.stateSecret': 3,
        'refused.otherLaw': 12,
        'refused.threeSecurities': 1,
        'refused.thirdParty': 18,
        'refused.internalAffairs': 15,
        'refused.processInformation': 27,
        'refused.enforcementFile': 9,
        'refused.administrativeInquiry': 11,
        'unavailable.notHeld': 118,
        'unavailable.needsCreation': 16,
        'unavailable.stillUnclear': 23,
        'notProcessed.petition': 37,
        'notProcessed.repeated': 19,
        'notProcessed.publication': 2,
        'notProcessed.excessive': 8,
        'notProcessed.confirmation': 5,
        'otherHandling.notCorrected': 26,
        'otherHandling.unpaidFee': 1,
        'otherHandling.other': 4,
        carriedForward: 45,
      },
      company: {
        newlyReceived: 173,
        carriedIn: 8,
        granted: 89,
        partlyGranted: 12,
        'refused.thirdParty': 6,
        'refused.processInformation': 5,
        'unavailable.notHeld': 30,
        'unavailable.needsCreation': 4,
        'notProcessed.petition': 3,
        'notProcessed.repeated': 2,
        'otherHandling.notCorrected': 7,
        'otherHandling.other': 1,
        carriedForward: 22,
      },
      researchInstitution: {
        newlyReceived: 21,
        carriedIn: 1,
        granted: 13,
        partlyGranted: 3,
        'unavailable.notHeld': 4,
        carriedForward: 2,
      },
      publicWelfareOrganisation: { newlyReceived: 7, granted: 4, 'unavailable.notHeld': 2, carriedForward: 1 },
      legalServiceOrganisation: {
        newlyReceived: 64,
        carriedIn: 3,
        granted: 29,
        partlyGranted: 6,
        'refused.processInformation': 4,
        'unavailable.notHeld': 15,
        'unavailable.stillUnclear': 2,
        'notProcessed.repeated': 3,
        carriedForward: 8,
      },
      otherOrganisation: {
        newlyReceived: 15,
        granted: 9,
        'refused.otherLaw': 1,
        'unavailable.notHeld': 3,
        carriedForward: 2,
      },
    },
    disputes: [
      [21, 5, 7, 4],
      [6, 1, 2, 3],
      [9, 0, 1, 4],
    ],
  },
  // 新收32 结转来1 办结31 结转下年2；公开16 部分3 不予2 无法8 不处理2 其他0；复议1（维持） 诉讼0
  {
    id: 'water-2022',
    form: '2021',
    year: 2022,
    organisation: '云泽市水务局',
    style: 'plain',
    proactive: {
      'normativeDocuments.issued': '2',
      'normativeDocuments.repealed': '1',
      'normativeDocuments.inForce': '11',
      'licences.decisions': '486',
      'penalties.decisions': '39',
      'coercion.decisions': '4',
      'fees.amount': '25.6',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 27,
        carriedIn: 1,
        granted: 13,
        partlyGranted: 3,
        'refused.processInformation': 1,
        'unavailable.notHeld': 6,
        'unavailable.needsCreation': 1,
        'notProcessed.petition': 2,
        carriedForward: 2,
      },
      company: { newlyReceived: 5, granted: 3, 'refused.thirdParty': 1, 'unavailable.notHeld': 1 },
    },
    disputes: [[1, 0, 0, 0], NONE, NONE],
  },
  // 新收56 结转来3 办结53 结转下年6；公开35 部分4 不予2 无法7 不处理5 其他0；无复议诉讼
  {
    id: 'school-2021',
    form: '2021',
    year: 2021,
    organisation: '南浦区教育局',
    style: 'gfm',
    proactive: {
      'normativeDocuments.issued': '1',
      'normativeDocuments.inForce': '9',
      'licences.decisions': '73',
      'penalties.decisions': '2',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 47,
        carriedIn: 3,
        granted: 28,
        partlyGranted: 4,
        'refused.internalAffairs': 2,
        'unavailable.notHeld': 6,
        'notProcessed.petition': 4,
        'notProcessed.repeated': 1,
        carriedForward: 5,
      },
      company: { newlyReceived: 8, granted: 6, 'unavailable.notHeld': 1, carriedForward: 1 },
      otherOrganisation: { newlyReceived: 1, granted: 1 },
    },
    disputes: [NONE, NONE, NONE],
  },
  // 新收18 结转来0 办结17 结转下年1；公开11 部分1 无法4 不处理1；复议0 直接起诉1（维持）
  {
    id: 'transport-2019',
    form: '2019',
    year: 2019,
    organisation: '望湖市交通运输局',
    style: 'plain',
    proactive: {
      'normativeDocuments.made': '3',
      'normativeDocuments.disclosed': '3',
      'normativeDocuments.total': '29',
      'licences.previous': '24',
      'licences.change': '-2',
      'licences.decisions': '5873',
      'otherManagement.previous': '10',
      'otherManagement.decisions': '312',
      'penalties.previous': '415',
      'penalties.change': '8',
      'penalties.decisions': '1096',
      'coercion.previous': '17',
      'coercion.decisions': '23',
      'fees.previous': '3',
      'procurement.projects': '12',
      'procurement.amount': '487.3万元',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 16,
        granted: 9,
        partlyGranted: 1,
        'unavailable.notHeld': 4,
        'notProcessed.petition': 1,
        carriedForward: 1,
      },
      company: { newlyReceived: 2, granted: 2 },
    },
    disputes: [NONE, [1, 0, 0, 0], NONE],
  },
  // 新收5 结转来0 办结5 结转下年0；公开3 无法2；无复议诉讼
  {
    id: 'town-2020',
    form: '2019',
    year: 2020,
    organisation: '柳溪镇人民政府',
    style: 'plain',
    proactive: {
      'normativeDocuments.made': '4',
      'normativeDocuments.disclosed': '4',
      'normativeDocuments.total': '13',
      'licences.previous': '18',
      'licences.change': '3',
      'licences.decisions': '127',
      'otherManagement.previous': '6',
      'otherManagement.change': '-1',
      'otherManagement.decisions': '44',
      'penalties.previous': '12',
      'penalties.change': '2',
      'penalties.decisions': '9',
      'coercion.previous': '1',
      'fees.previous': '2',
      'procurement.projects': '7',
      'procurement.amount': '163.2万元',
    },
    requests: { naturalPerson: { newlyReceived: 5, granted: 3, 'unavailable.notHeld': 2 } },
    disputes: [NONE, NONE, NONE],
  },
  // 新收3（自然人2、企业1） 办结3 结转0；公开2 无法1；无复议诉讼
  {
    id: 'township-2023',
    form: '2021',
    year: 2023,
    organisation: '白果乡人民政府',
    style: 'gfm',
    proactive: { 'licences.decisions': '215', 'penalties.decisions': '6', 'coercion.decisions': '1' },
    requests: {
      naturalPerson: { newlyReceived: 2, granted: 2 },
      company: { newlyReceived: 1, 'unavailable.notHeld': 1 },
    },
    disputes: [NONE, NONE, NONE],
  },
  // 全部为零
  {
    id: 'street-2021',
    form: '2021',
    year: 2021,
    organisation: '东屏区白沙岭街道办事处',
    style: 'plain',
    proactive: { 'penalties.decisions': '58' },
    requests: {},
    disputes: [NONE, NONE, NONE],
  },
  // 新收180 结转来7 办结179 结转下年8；公开60 部分11 不予11 无法68 不处理22 其他7；复议15 诉讼4+4
  {
    id: 'department-2024',
    form: '2021',
    year: 2024,
    organisation: '临江省民政厅',
    style: 'gfm',
    proactive: {
      'normativeDocuments.issued': '6',
      'normativeDocuments.repealed': '2',
      'normativeDocuments.inForce': '48',
      'licences.decisions': '1342',
      'penalties.decisions': '87',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 143,
        carriedIn: 6,
        granted: 41,
        partlyGranted: 9,
        'refused.thirdParty': 4,
        'refused.internalAffairs': 2,
        'refused.processInformation': 3,
        'unavailable.notHeld': 52,
        'unavailable.needsCreation': 5,
        'unavailable.stillUnclear': 1,
        'notProcessed.petition': 17,
        'notProcessed.repeated': 3,
        'notProcessed.confirmation': 1,
        'otherHandling.notCorrected': 6,
        carriedForward: 5,
      },
      company: {
        newlyReceived: 22,
        carriedIn: 1,
        granted: 10,
        partlyGranted: 2,
        'refused.thirdParty': 2,
        'unavailable.notHeld': 6,
        'otherHandling.notCorrected': 1,
        carriedForward: 2,
      },
      publicWelfareOrganisation: { newlyReceived: 4, granted: 3, 'unavailable.notHeld': 1 },
      legalServiceOrganisation: { newlyReceived: 9, granted: 5, 'unavailable.notHeld': 3, carriedForward: 1 },
      otherOrganisation: { newlyReceived: 2, granted: 1, 'notProcessed.petition': 1 },
    },
    disputes: [
      [9, 1, 3, 2],
      [2, 0, 1, 1],
      [3, 0, 0, 1],
    ],
  },
  // 新收33 结转来2 办结32 结转下年3；公开17 部分4 不予4 无法5 不处理1 其他1；复议3 直接起诉1
  {
    id: 'zone-2022',
    form: '2021',
    year: 2022,
    organisation: '海棠经济开发区管理委员会',
    style: 'plain',
    proactive: {
      'normativeDocuments.issued': '3',
      'normativeDocuments.inForce': '12',
      'licences.decisions': '2685',
      'penalties.decisions': '143',
      'coercion.decisions': '8',
      'fees.amount': '37.2',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 25,
        carriedIn: 2,
        granted: 12,
        partlyGranted: 3,
        'refused.enforcementFile': 1,
        'refused.administrativeInquiry': 2,
        'unavailable.notHeld': 4,
        'notProcessed.petition': 1,
        'otherHandling.notCorrected': 1,
        carriedForward: 3,
      },
      company: { newlyReceived: 7, granted: 4, partlyGranted: 1, 'refused.thirdParty': 1, 'unavailable.notHeld': 1 },
      researchInstitution: { newlyReceived: 1, granted: 1 },
    },
    disputes: [[2, 0, 1, 0], [1, 0, 0, 0], NONE],
  },
  // 新收9 结转来1 办结9 结转下年1；公开5 部分1 无法2 不处理1；复议1（纠正）
  {
    id: 'town-2025',
    form: '2021',
    year: 2025,
    organisation: '桃溪镇人民政府',
    style: 'gfm',
    proactive: { 'normativeDocuments.inForce': '2', 'licences.decisions': '96', 'penalties.decisions': '11' },
    requests: {
      naturalPerson: {
        newlyReceived: 8,
        carriedIn: 1,
        granted: 4,
        partlyGranted: 1,
        'unavailable.notHeld': 2,
        'notProcessed.petition': 1,
        carriedForward: 1,
      },
      company: { newlyReceived: 1, granted: 1 },
    },
    disputes: [[0, 1, 0, 0], NONE, NONE],
  },
  // 新收318 结转来13 办结307 结转下年24；公开124 部分30 不予33 无法89 不处理21 其他10；复议24 诉讼7+6
  {
    id: 'district-2020',
    form: '2019',
    year: 2020,
    organisation: '云亭区人民政府',
    style: 'gfm',
    proactive: {
      'normativeDocuments.made': '14',
      'normativeDocuments.disclosed': '14',
      'normativeDocuments.total': '126',
      'licences.previous': '402',
      'licences.change': '6',
      'licences.decisions': '18250',
      'otherManagement.previous': '77',
      'otherManagement.decisions': '640',
      'penalties.previous': '3011',
      'penalties.change': '-15',
      'penalties.decisions': '2974',
      'coercion.previous': '208',
      'coercion.decisions': '115',
      'fees.previous': '22',
      'fees.change': '-2',
      'procurement.projects': '451',
      'procurement.amount': '26310.5万元',
    },
    requests: {
      naturalPerson: {
        newlyReceived: 264,
        carriedIn: 12,
        granted: 98,
        partlyGranted: 26,
        'refused.otherLaw': 3,
        'refused.threeSecurities': 1,
        'refused.thirdParty': 7,
        'refused.internalAffairs': 5,
        'refused.processInformation': 9,
        'refused.enforcementFile': 4,
        'unavailable.notHeld': 61,
        'unavailable.needsCreation': 8,
        'unavailable.stillUnclear': 6,
        'notProcessed.petition': 14,
        'notProcessed.repeated': 5,
        'notProcessed.excessive': 2,
        otherHandling: 9,
        carriedForward: 18,
      },
      company: {
        newlyReceived: 38,
        carriedIn: 1,
        granted: 17,
        partlyGranted: 4,
        'refused.thirdParty': 3,
        'unavailable.notHeld': 9,
        otherHandling: 1,
        carriedForward: 5,
      },
      legalServiceOrganisation: {
        newlyReceived: 11,
        granted: 6,
        'refused.processInformation': 1,
        'unavailable.notHeld': 3,
        carriedForward: 1,
      },
      otherOrganisation: { newlyReceived: 5, granted: 3, 'unavailable.notHeld': 2 },
    },
    disputes: [
      [14, 3, 5, 2],
      [4, 1, 0, 2],
      [5, 0, 1, 0],
    ],
  },
];

export function frameById(id: FrameId): Frame {
  const frame = FRAMES.find((f) => f.id === id);
  if (!frame) throw new Error(`no frame ${id}`);
  return frame;
}

const SECTIONS: readonly (readonly [SectionId, string])[] = [
  ['overview', '一、总体情况'],
  ['proactive', '二、主动公开政府信息情况'],
  ['requests', '三、收到和处理政府信息公开申请情况'],
  ['disputes', '四、政府信息公开行政复议、行政诉讼情况'],
  ['problems', '五、存在的主要问题及改进情况'],
  ['others', '六、其他需要报告的事项'],
];

/** What a section says without a case. */
function neutral(frame: Frame, place: Place): string[] {
  switch (place) {
    case 'title':
      return [`${frame.organisation}${frame.year}年政府信息公开工作年度报告`];
    case 'preface':
      return [
        `根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条的规定，${frame.organisation}编制本报告。` +
          `所列数据的统计期限为${frame.year}年1月1日至${frame.year}年12月31日。`,
      ];
    case 'overview':
      return ['本机关按照条例要求推进公开工作，渠道畅通，制度健全。'];
    case 'problems':
      return [
        '存在的主要问题是个别栏目更新不够及时，解读形式比较单一。改进措施是健全更新提醒机制，多用图表和视频解读。',
      ];
    case 'others':
      return [frame.form === '2021' ? '本年度未收取信息处理费，没有其他需要报告的事项。' : '无'];
    default:
      return [];
  }
}

/** Where the text of a case goes. */
export interface Insert {
  readonly place: Place;
  /** Paragraphs, one a line; \v is a line break inside a paragraph. */
  readonly text: string;
  /** Stands alone: nothing neutral beside it. Always so in the title and the preface. */
  readonly alone: boolean;
  /** Behind the table of the section. */
  readonly after: boolean;
}

export interface Draft {
  readonly text: string;
  /** Where the text of the case begins, and where its lines do. */
  readonly lines: readonly { readonly from: number; readonly start: number }[];
}

/** The whole draft, with the text of a case in its place. */
export function renderDraft(frame: Frame, insert?: Insert): Draft {
  const gfm = frame.style === 'gfm';
  const gap = gfm ? '\n\n' : '\n';
  let text = '';
  const lines: { from: number; start: number }[] = [];
  const put = (block: string): number => {
    if (text !== '') text += gap;
    text += block;
    return text.length - block.length;
  };
  const paragraph = (words: string): number => put(gfm ? words : `　　${words}`) + (gfm ? 0 : 2);
  const putInsert = (one: (words: string) => number): void => {
    let from = 0;
    for (const line of insert?.text.split('\n') ?? []) {
      if (line !== '') lines.push({ from, start: one(line.replaceAll('\v', '\n')) });
      from += line.length + 1;
    }
  };
  const here = (place: Place, after: boolean): boolean => insert?.place === place && insert.after === after;
  const words = (place: Place): void => {
    if (insert?.place !== place || !insert.alone) for (const line of neutral(frame, place)) paragraph(line);
    if (here(place, false)) putInsert(paragraph);
  };

  const heading = (line: string): number => put(gfm ? `# ${line}` : line) + (gfm ? 2 : 0);
  if (insert?.place === 'title') putInsert(heading);
  else for (const line of neutral(frame, 'title')) heading(line);
  if (insert?.place === 'preface') putInsert(paragraph);
  else words('preface');
  for (const [id, title] of SECTIONS) {
    put(gfm ? `## ${title}` : title);
    words(id);
    if (id === 'proactive' || id === 'requests' || id === 'disputes') {
      const cells = cellTexts(frame);
      const style = { layout: gfm ? 'pipes' : 'tabs', eol: '\n', halfWidth: false } as const;
      put(writeTable(tableSpec(frame.form, id), (name) => cells.get(name) ?? '0', style));
      if (here(id, true)) putInsert(paragraph);
    }
  }
  if (insert?.place === 'signature') putInsert(paragraph);
  return { text: `${text}\n`, lines };
}

const ends = ['newlyReceived', 'carriedIn', 'carriedForward'];

/** What stands in every cell that is not 0. */
export function cellTexts(frame: Pick<Frame, 'proactive' | 'requests' | 'disputes'>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(frame.proactive)) cells.set(`proactive.${name}`, value);
  const sums = new Map<string, number>();
  const add = (row: string, column: string, value: number): void => {
    cells.set(`requests.${row}.${column}`, String(value));
    sums.set(row, (sums.get(row) ?? 0) + value);
  };
  for (const [column, rows] of Object.entries(frame.requests)) {
    let handled = 0;
    for (const [row, value] of Object.entries(rows)) {
      add(row, column, value);
      if (!ends.includes(row)) handled += value;
    }
    add('handledTotal', column, handled);
  }
  for (const [row, sum] of sums) cells.set(`requests.${row}.total`, String(sum));
  for (const [b, block] of ['review', 'directSuit', 'suitAfterReview'].entries()) {
    const four = frame.disputes[b] as Four;
    for (const [c, column] of ['upheld', 'corrected', 'other', 'pending'].entries()) {
      cells.set(`disputes.${block}.${column}`, String(four[c]));
    }
    cells.set(`disputes.${block}.total`, String(four.reduce((a, n) => a + n, 0)));
  }
  return cells;
}
