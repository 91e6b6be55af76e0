/** Which names of offices cannot be of one office. */
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../../server/src/core/prose/offices';

describe('names that go together', () => {
  it.each([
    ['青岑县人民政府', '青岑县政府'],
    ['青岑县人民政府', '青岑县'],
    ['青岑县人民政府', '青岑县人民政府办公室'],
    ['青岑县人民政府', '青岑县政务服务和数据管理局'],
    ['青岑县人民政府', '中共青岑县委办公室'],
    ['柳溪镇人民政府', '青岑县柳溪镇党政综合办公室'],
    ['柳溪镇', '柳溪镇人民政府'],
    ['青岑县柳溪镇', '青岑县政务公开办公室'],
    ['东屏区白沙岭街道办事处', '白沙岭街道党工委办公室'],
    ['青岑县发展和改革局', '青岑县发改局'],
    ['青岑县发展和改革委员会', '青岑县发改委'],
    ['云泽市人社局', '云泽市人力资源和社会保障局'],
    ['市水务局', '云泽市水务局'],
    ['云泽市水务局', '云泽市人民政府'],
    ['云泽市水利局', '云泽市水务局'],
    ['云泽市城市管理局', '云泽市城管执法局'],
    ['云泽市市场监管局', '云泽市市场监督管理局'],
    ['省新镇人民政府', '南安市省新镇'],
    ['济宁市市中区人民政府', '市中区政府办公室'],
    ['青岑经济开发区管委会', '青岑县人民政府'],
    ['江东省水利厅', '江东省水利厅办公室'],
    ['江城大学', '江城大学党委办公室'],
    ['国家青林管理局', '国家青林管理局办公室（政策法规司）'],
    ['青岑县教育局', '青岑县教育体育局'],
  ])('%s, %s', (a, b) => {
    expect(disagreements(a, b)).toEqual([]);
    expect(disagreements(b, a)).toEqual([]);
  });
});

describe('names that do not', () => {
  it.each([
    ['⟨石鼓县⟩人民政府', '青岑县人民政府', ['青岑县']],
    ['⟨桃源镇⟩党政办公室', '柳溪镇人民政府', ['柳溪镇']],
    ['云泽市⟨教育局⟩', '云泽市水务局', ['水务局']],
    ['⟨教育局⟩', '云泽市水务局', ['水务局']],
    ['⟨望湖市⟩交通运输局', '云泽市交通运输局', ['云泽市']],
    ['青岑县⟨桃源乡⟩', '青岑县柳溪乡', ['柳溪乡']],
    ['⟨石鼓县⟩⟨桃源镇⟩', '青岑县柳溪镇', ['青岑县', '柳溪镇']],
    // which county would be right is not known
    ['石鼓县⟨桃源镇⟩', '柳溪镇人民政府', ['']],
    ['⟨南浦区⟩教育局', '东屏区教育局', ['东屏区']],
  ])('%s, %s', (marked, other, expected) => {
    const name = marked.replace(/[⟨⟩]/g, '');
    const found = disagreements(name, other);
    expect(found.map(({ from, to }) => name.slice(from, to))).toEqual(
      [...marked.matchAll(/⟨(.*?)⟩/g)].map(([, words]) => words),
    );
    expect(found.map((d) => d.expected)).toEqual(expected);
  });
});
