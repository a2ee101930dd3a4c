/*
 * Names of organisations, places, persons and groups. Function systems are none of these (Luhmann 1997, ch. 4; Roth
 * and Schütz 2015). No list of such names is complete: this one holds what comes to a beginner's mind, and the
 * endings that give many others away.
 */
import { later } from "../../base/later.ts";
import { folded, wordsOf } from "./names.ts";

export type EverydayKind = "organization" | "place" | "person" | "group";

export interface EverydayName {
  readonly kind: EverydayKind;
  /** The ending by which it was recognised (`ministry`, `大学`); absent where the whole name is known. */
  readonly ending?: string;
}

const wholeNames = table([
  [
    "organization",
    `google facebook meta apple amazon microsoft alphabet twitter tiktok youtube wikipedia openai
    volkswagen vw siemens bmw toyota samsung sony tesla huawei tencent alibaba baidu bytedance
    un united_nations who world_health_organization wto imf world_bank unesco unicef nato eu european_union oecd
    opec fifa ioc uefa red_cross greenpeace amnesty_international vatican bundestag bundesrat
    bundesverfassungsgericht bundesbank ecb federal_reserve congress pentagon kremlin cia fbi
    harvard oxford cambridge stanford mit yale princeton eth tsinghua max_planck
    bbc cnn new_york_times reuters ard zdf cctv xinhua bayern_munich real_madrid
    谷歌 脸书 苹果公司 微软 亚马逊 华为 腾讯 阿里巴巴 百度 字节跳动 联合国 世卫组织 世贸组织 欧盟 北约
    国际奥委会 红十字会 清华 北大 哈佛 牛津 新华社 央视 国务院 全国人大`,
  ],
  [
    "place",
    `beijing shanghai shenzhen guangzhou chongqing wuhan hong_kong taipei tokyo seoul singapore
    berlin hamburg munich münchen muenchen frankfurt bielefeld vienna wien zurich zürich paris london madrid rome
    moscow brussels geneva new_york washington los_angeles san_francisco chicago
    silicon_valley wall_street hollywood china japan korea india germany deutschland austria österreich
    switzerland schweiz france italy spain england britain uk usa united_states america russia brazil
    africa europe europa asia
    北京 上海 深圳 广州 重庆 武汉 香港 台北 东京 柏林 巴黎 伦敦 纽约 华盛顿 中国 日本 韩国 印度 德国 法国
    英国 美国 俄罗斯 欧洲 亚洲 非洲`,
  ],
  [
    "person",
    `luhmann niklas_luhmann teubner habermas parsons weber max_weber marx karl_marx durkheim hobbes
    einstein darwin newton merkel angela_merkel trump donald_trump obama biden putin xi_jinping mao
    napoleon gandhi bill_gates steve_jobs elon_musk zuckerberg he_jiankui
    卢曼 托依布纳 马克思 韦伯 哈贝马斯 爱因斯坦 毛泽东 贺建奎`,
  ],
  [
    "group",
    `citizens people workers farmers students teachers doctors politicians elites elite youth women men
    migrants consumers voters middle_class working_class bürger buerger arbeiter frauen männer jugend eliten
    公民 人民 工人 农民 学生 教师 医生 青年 妇女 精英 移民 市民`,
  ],
]);

/** Words that end a name of several: `health_ministry`, `SupremeCourt`. */
const lastWords = table([
  [
    "organization",
    `inc corp corporation company ltd llc plc gmbh ag ministry department agency authority office bureau
    commission committee council parliament government police court tribunal bank fund group
    university college school academy institute hospital clinic church party union association federation
    club foundation museum newspaper firm factory`,
  ],
  ["place", "city town village district province country county region"],
]);

/** Endings of German compounds and of Chinese names. */
const endings = table([
  [
    "organization",
    `gericht ministerium universität universitaet hochschule behörde behoerde krankenhaus partei verband
    gewerkschaft stiftung kommission parlament verwaltung schule kirche unternehmen konzern
    法院 检察院 大学 学院 学校 中学 小学 公司 集团 银行 医院 政府 委员会 人大 政协 部门 协会 学会 基金会
    研究院 研究所 报社 电视台 出版社 俱乐部 工会 教会 企业 单位 警察局 公安局`,
  ],
  ["place", "stadt dorf landkreis bundesland 城市 乡村 村庄 社区 街道"],
]);

/** The kind of each name in lists of names that spaces part; the lists are read when they are first needed. */
function table(lists: readonly (readonly [EverydayKind, string])[]): () => ReadonlyMap<string, EverydayKind> {
  return later(
    () =>
      new Map(
        lists.flatMap(([kind, names]) => names.split(/\s+/).map((name) => [folded(name), kind] as const)),
      ),
  );
}

/**
 * What a name is in everyday life, if it is known or ends as names of organisations and places do. An ending
 * that is the whole name (`court`, `学校`) does not count: it names a kind of thing, which `canonAlias` knows.
 */
export function everydayName(name: string): EverydayName | undefined {
  const plain = folded(name);
  const kind = wholeNames().get(plain);
  if (kind !== undefined) return { kind };
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const kindOfLast = words.length > 1 ? lastWords().get(last) : undefined;
  if (kindOfLast !== undefined) return { kind: kindOfLast, ending: last };
  const ending = [...endings()].find(([text]) => plain.length > text.length && plain.endsWith(text));
  return ending && { kind: ending[1], ending: ending[0] };
}
