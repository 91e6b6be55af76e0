/** The numbers of a draft and the ways to write them. */
import {
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type Form,
  proactiveBlocks,
  REQUEST_COLUMNS,
  requestLeaves,
  resultRows,
} from './forms';
import type { Random } from './random';

/** A number or a blank by cell name (`requests.granted.total`). */
export type Values = Map<string, number | null>;

/** A number as it stands in a cell: only `digits` is what the number reads as. */
export interface Written {
  readonly prefix: string;
  readonly digits: string;
  readonly suffix: string;
  /** The same cell with another number. */
  readonly rewrite: (value: number) => string;
}

const APPLICANTS = REQUEST_COLUMNS.slice(0, 6).map((column) => column.id);

/** Balanced numbers for all three tables. */
export function balancedValues(form: Form, rng: Random): Values {
  const values: Values = new Map();
  proactive(form, rng.fork('proactive'), values);
  requests(form, rng.fork('requests'), values);
  disputes(rng.fork('disputes'), values);
  return values;
}

function requests(form: Form, rng: Random, values: Values): void {
  const results = resultRows(form);
  // Most offices have a handful of applications, a few have thousands.
  const scale = rng.pick([0, 2, 5, 12, 40, 40, 200, 900, 6000]);
  // An office uses few of the outcomes; （一） is nearly always among them.
  const used = ['granted', ...rng.sample(results.slice(1), rng.int(0, scale > 100 ? results.length - 1 : 5))];
  const set = (row: string, column: string, value: number): void => {
    values.set(`requests.${row}.${column}`, value);
  };
  const sums = new Map<string, number>();
  const add = (row: string, column: string, value: number): void => {
    set(row, column, value);
    sums.set(row, (sums.get(row) ?? 0) + value);
  };
  for (const column of APPLICANTS) {
    const weight = column === 'naturalPerson' ? 1 : rng.pick([0, 0, 0, 0.05, 0.2]);
    const fresh = rng.int(0, Math.round(scale * weight));
    const carried = rng.chance(0.5) ? rng.int(0, Math.round(scale * weight * 0.1)) : 0;
    const forward = rng.chance(0.5) ? rng.int(0, Math.min(fresh + carried, Math.ceil(scale * weight * 0.15))) : 0;
    let open = fresh + carried - forward;
    add('newlyReceived', column, fresh);
    add('carriedIn', column, carried);
    add('handledTotal', column, open);
    add('carriedForward', column, forward);
    const share = new Map<string, number>(results.map((row) => [row, 0]));
    while (open > 0) {
      const row = rng.pick(used);
      const part = Math.min(open, rng.int(1, Math.max(1, Math.ceil(open / 2))));
      share.set(row, (share.get(row) ?? 0) + part);
      open -= part;
    }
    for (const row of results) add(row, column, share.get(row) ?? 0);
  }
  for (const leaf of requestLeaves(form)) set(leaf.id, 'total', sums.get(leaf.id) ?? 0);
}

function disputes(rng: Random, values: Values): void {
  const top = rng.pick([0, 0, 1, 3, 9, 40]);
  for (const block of DISPUTE_BLOCKS) {
    let sum = 0;
    for (const column of DISPUTE_COLUMNS) {
      const value = column.id === 'total' ? sum : rng.chance(0.6) ? 0 : rng.int(0, top);
      sum += value;
      values.set(`disputes.${block.id}.${column.id}`, value);
    }
  }
}

function proactive(form: Form, rng: Random, values: Values): void {
  const set = (name: string, value: number): void => {
    values.set(`proactive.${name}`, value);
  };
  const count = (): number => rng.pick([0, 0, rng.int(1, 9), rng.int(10, 300), rng.int(300, 60000)]);
  const small = (): number => rng.pick([0, 0, 0, rng.int(1, 5), rng.int(3, 40)]);
  // One division of whole numbers, so that the decimals print as they are typed.
  const money = (low: number): number => {
    const scale = 10 ** rng.int(0, 4);
    return (rng.int(0, 2_000_000) + low * scale) / scale;
  };
  for (const block of proactiveBlocks(form).blocks) {
    for (const row of block.rows) {
      if (row.id === 'rules' || row.id === 'normativeDocuments') {
        const made = row.id === 'rules' && rng.chance(0.8) ? 0 : small();
        const second = form === '2019' ? rng.int(Math.ceil(made / 2), made) : small();
        const inForce = made + (rng.chance(0.5) ? small() : 0);
        for (const [index, column] of block.columns.entries()) {
          set(`${row.id}.${column}`, [made, second, inForce][index] ?? 0);
        }
      } else if (row.id === 'procurement') {
        const projects = count();
        set('procurement.projects', projects);
        set('procurement.amount', projects === 0 ? 0 : money(1));
      } else if (form === '2021') {
        set(`${row.id}.${block.columns[0]}`, row.id === 'fees' ? rng.pick([0, 0, money(0)]) : count());
      } else {
        const previous = row.id === 'fees' ? small() : rng.pick([0, rng.int(1, 40), rng.int(40, 5000)]);
        set(`${row.id}.previous`, previous);
        set(`${row.id}.change`, rng.pick([0, 0, rng.int(1, 25), -rng.int(0, Math.min(previous, 60))]) + 0);
        if (row.id !== 'fees') set(`${row.id}.decisions`, count());
      }
    }
  }
}

const wide = (text: string): string => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const grouped = (value: number, comma: string): string => {
  const [whole = '', fraction] = String(value).split('.');
  const head = whole.replace(/\B(?=(\d{3})+$)/g, comma);
  return fraction === undefined ? head : `${head}.${fraction}`;
};

/** Which of the ways to write a number a table uses; each is a probability per cell. */
export interface NumberStyle {
  readonly fullWidth: number;
  readonly thousands: number;
  readonly units: number;
  readonly changeSigns: boolean;
  readonly revision: boolean;
  /** The header of the amounts names their unit, so some cells do not. */
  readonly unitHeader: boolean;
  /** No space may stand inside a cell (text from a PDF, where spaces part the cells). */
  readonly tight: boolean;
}

const UNITS: Readonly<Record<string, string>> = { previous: '项', change: '项', projects: '个' };

/** Writes one number; `current` is what a count has come to after its change. */
export function writeNumber(name: string, value: number, style: NumberStyle, rng: Random, current = 0): Written {
  const column = name.slice(name.lastIndexOf('.') + 1);
  const fullWidth = rng.chance(style.fullWidth);
  const thousands = rng.chance(style.thousands);
  const unit = rng.chance(style.units) ? (UNITS[column] ?? '件') : '';
  const format = (n: number): string => {
    const plain = thousands && n >= 1000 ? grouped(n, fullWidth ? '，' : ',') : String(n);
    return fullWidth && Number.isInteger(n) ? wide(plain) : plain;
  };
  const as = (prefix: string, digits: string, suffix: string): Written => ({
    prefix,
    digits,
    suffix,
    rewrite: (n) => prefix + format(n) + suffix,
  });

  if (column === 'amount') {
    if (!name.startsWith('proactive.procurement')) {
      // The form prints 万元 in the header, some repeat it.
      return as('', thousands && value >= 1000 ? grouped(value, ',') : String(value), unit === '' ? '' : '万元');
    }
    if (value === 0 && rng.chance(0.5)) return as('', '0', '');
    // Whoever has the unit in the header may leave it out of the cell, but not write another.
    if (style.unitHeader && rng.chance(0.5)) return as('', String(value), '');
    const money = `${style.tight || rng.chance(0.8) ? '' : ' '}${style.unitHeader ? '万元' : rng.pick(['万元', '万元', '元'])}`;
    return as('', thousands && value >= 1000 ? grouped(value, ',') : String(value), money);
  }
  if (column === 'change') {
    const size = Math.abs(value);
    if (!style.changeSigns) return as('', String(value), '');
    const way = rng.int(0, 3);
    if (value === 0) return as('', '0', '');
    if (way === 0) return as('', `${value > 0 ? '+' : '-'}${size}`, '');
    if (way === 1) return as('', String(value), '');
    if (way === 2) return as(`${current}（${value > 0 ? '增' : '减'}`, String(size), '）');
    return as(value > 0 ? '增' : '减', String(size), '');
  }
  if (style.revision && value > 1 && /normativeDocuments\.(made|issued)$/.test(name)) {
    const gap = style.tight || rng.chance(0.4) ? '' : ' ';
    const part = rng.int(1, value - 1);
    return as('', String(value), `（其中修订${gap}${part}${gap}件）`);
  }
  return as('', format(value), unit);
}
