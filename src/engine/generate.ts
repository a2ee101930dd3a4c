/*
 * What a run spends its time in, written as a text of JavaScript for one model, for whoever may make functions of texts (a
 * page with a strict policy may not). Everything works without it, and gives the same; `offering.ts` and `handling.ts` say
 * what is right. What is written here is only the short way: where anything is out of the ordinary (no result, a value outside
 * its bounds) it leaves the matter to them before anything has happened. So nothing that draws random numbers is written
 * here, since it would draw again. The text holds numbers and signs alone, no word of the model; and it calls no function
 * with a fraction, for which an object would be made.
 */
import { limits } from "../base/limits.ts";
import type {
  Bounds,
  CompiledArgument,
  CompiledChannel,
  CompiledClause,
  CompiledEffect,
  CompiledHappening,
  CompiledModel,
  CompiledSensitivity,
  Condition,
  DecisionList,
} from "./compiled.ts";
import {
  conditionText,
  equalText,
  isPlain,
  literal,
  mayFail,
  numberText,
  type NumberText,
} from "./generate_expressions.ts";
import { arrival, emission } from "./queues.ts";
import { kinds, numbersOfRecord, reasons } from "./recorder.ts";

/** A longer function would not be made fast: what does not fit goes the general way. */
const mostText = 60_000;
/** Of all functions that let lists of clauses decide. */
const mostDecisions = 4_000_000;
/** What is offered to more is offered the general way. */
const mostChannels = 16;
/** Longer lists of clauses would nest too deep in the text. */
const mostRules = 100;
/** What has more effects, all its clauses together, would come to a long text. */
const mostEffects = 400;

/*
 * In the text: `s` the state, `t` its recorder, `V` the values; `a` the arguments at hand, from `b` on. `Q` is the list that
 * is being added to, `x` its numbers, `u` how many of them are used, `n` how many entries there are.
 */
const opening =
  "const t=s.recorder,V=s.values,K=s.closed,U=s.unplugged,G=s.designated,Z=s.counts,Y=s.resonances;let x=Q.numbers,u=Q.used,n=Q.count,d=0.5,e=0.5;";
const giving = "Q.used=u;Q.count=n;";
const taking = "x=Q.numbers;u=Q.used;n=Q.count;";

/** Something that is done the general way. */
function general(text: string): string {
  return `{${giving}${text};${taking}}`;
}

/** For what short ways are written: a model, and runs of it that all keep a trace, or none of them. */
interface Task {
  readonly compiled: CompiledModel;
  readonly traced: boolean;
}

/** A function expression of `(library, compiled)` that gives shortcuts (`state.ts`) for runs with a trace, or without. */
export function generate(compiled: CompiledModel, traced: boolean): string {
  const { happenings, ranked, lists } = compiled;
  const task: Task = { compiled, traced };
  const offers = fitting(happenings, mostText, (each) => offersText(each, task));
  const arrivals = fitting(ranksBySensitivity(compiled), mostText, (each) => arrivalText(each, task));
  const irritated = new Set(
    ranked.map(({ into }) => (into.kind === "sensitivity" ? into.sensitivity.list : 0)),
  );
  const decisions = fitting(lists, mostDecisions, (list) =>
    irritated.has(list) ? undefined : decisionText(list, task),
  );
  const under = limits.underWay - mostChannels;
  return `(library,model)=>{"use strict";const{channels:C,lists:L,numbers:N}=model;
const{less,equal,fail,none,modulo,round,power,exp,ln,offer,offerAt,arriveAt,decide,set,emit}=library;
const X=L.map((l)=>l.otherwise===undefined?l.rules:[...l.rules,l.otherwise]);
return{offer(s,P){const a=P.numbers,end=P.used,S=s.schedule,Q=S.next;${opening}
for(let g=0;g<end;){if(n+S.waiting>${under}){${giving}while(g<end)g=offerAt(s,P,g);return}
const b=g+${emission.args},i=a[g+${emission.issue}],r=a[g+${emission.record}]|0;switch(a[g]|0){
${offers.flatMap((text) => text ?? []).join("\n")}
default:${general("g=offerAt(s,P,g)")}}}
${giving}},
arrive(s,A,from,to){const a=A.numbers,O=A.order,Q=s.present;${opening}
for(let j=from;j<to;j+=1){const g=O[j],b=g+${arrival.args},r=a[g+${arrival.record}]|0;switch(a[g]|0){
${arrivals.flatMap((text) => text ?? []).join("\n")}
default:${general("arriveAt(s,A,g)")}}}
${giving}},
decisions:[${decisions.map((text) => text ?? "undefined").join(",\n")}]}}`;
}

/** The texts of things, as long as they fit; then no more are even written. */
function fitting<Thing>(
  things: readonly Thing[],
  most: number,
  textOf: (thing: Thing) => string | undefined,
): readonly (string | undefined)[] {
  let left = most;
  return things.map((thing) => {
    const text = left > 0 ? textOf(thing) : undefined;
    if (text === undefined) return undefined;
    left -= text.length;
    return left > 0 && text.length <= mostText ? text : undefined;
  });
}

// ── Offering ──────────────────────────────────────────────────────────────

/** Offers an operation or event to all channels from it. `i`: the owner that alone is at issue, or -1; `r`: its record. */
function offersText({ channels, number, size }: CompiledHappening, { traced }: Task): string | undefined {
  if (channels.length > mostChannels) return undefined;
  const blocks = channels.map((channel) => {
    const generic = general(`offer(s,C[${channel.number}],a,b,r)`);
    const text = offerText(channel, generic, traced);
    const offered =
      text === undefined ? generic : `if(K[${channel.couplingNumber}]!==0)${generic}else ${text}`;
    return `if(i<0||i===${channel.target}){${offered}}`;
  });
  return `case ${number}:{${blocks.join("\n")}g+=${size};break}`;
}

function offerText(channel: CompiledChannel, generic: string, traced: boolean): string | undefined {
  const { condition, chance, capacity, delay, into, number, rank, size } = channel;
  if (chance !== undefined || capacity !== undefined || delay !== undefined) return undefined;
  const args = into.kind === "sensitivity" ? into.args : [];
  if (!arePlain(condition === undefined ? args : [condition, ...args])) return undefined;
  const first = arrival.args;
  const put =
    into.kind === "sensitivity"
      ? argumentsText(args, first)
      : Array.from({ length: into.carried }, (_, index) => `x[u+${first + index}]=a[b+${index}];`).join("");
  const passing = `${roomText(size)}${put}if(k){x[u]=${rank};x[u+${arrival.record}]=r;u+=${size};n+=1}else ${generic}`;
  const asked =
    condition === undefined
      ? passing
      : `if(${conditionOf(condition)}){${passing}}${traced ? `else{${noiseText(number, condition)}}` : ""}`;
  return `{let k=true;${guarded(asked, generic)}}`;
}

function noiseText(channel: number, condition: Condition): string {
  const scope = condition.scope();
  const numbers = condition.reads().map((read) => numberText(read.expression, scope).text);
  return recordText(`${kinds.noise + reasons.indexOf("condition")},r,${channel}`, numbers);
}

// ── Deciding ──────────────────────────────────────────────────────────────

/** What leads to one sensitivity has different ranks only. */
function ranksBySensitivity({
  ranked,
}: CompiledModel): readonly (readonly [CompiledSensitivity, number[]])[] {
  const ranks = new Map<CompiledSensitivity, number[]>();
  for (const { into, rank } of ranked) {
    if (into.kind !== "sensitivity") continue;
    const known = ranks.get(into.sensitivity);
    if (known === undefined) ranks.set(into.sensitivity, [rank]);
    else known.push(rank);
  }
  return [...ranks];
}

/** Puts before a system what channels of these ranks bring to a sensitivity. */
function arrivalText(
  [sensitivity, ranks]: readonly [CompiledSensitivity, number[]],
  task: Task,
): string | undefined {
  const asSent = ranks.every((rank) => {
    const into = task.compiled.ranked[rank]?.into;
    return into?.kind === "sensitivity" && into.asSent;
  });
  const text = irritationText(sensitivity, asSent, task);
  return text && `${ranks.map((rank) => `case ${rank}:`).join("")}{${text}break}`;
}

function irritationText(sensitivity: CompiledSensitivity, asSent: boolean, task: Task): string | undefined {
  const { number, list, filter } = sensitivity;
  const { length } = sensitivity.sensitivity.parameters;
  const decided = listText(list, task);
  if (decided === undefined || !arePlain(filter === undefined ? [] : [filter])) return undefined;
  const generic = general("arriveAt(s,A,g)");
  const filtered =
    filter === undefined
      ? ""
      : `let f=false;${guarded(`f=${conditionOf(filter)};`, "")}if(!f){${generic}break}`;
  const kept = Array.from({ length }, (_, index) => `a[b+${index}]`);
  const { system } = list;
  const told = asSent
    ? recordText(`${kinds.passing},r,N[a[g]|0]`, [], "c=")
    : recordText(`${kinds.irritation},r,N[a[g]|0]`, kept, "c=");
  const recorded = task.traced ? told : "";
  return `if(U[${system}]!==0){${generic}break}${filtered}let c=-1,v=-1;${recorded}
${decided}
if(v<0)s.undecided[${system}]+=1;else{s.decided[${system}]+=1;Y[${number}]+=1;
if(s.watching)s.watched.get(${system})?.note(s.step,N[a[g]|0],v,a,b,${length})}`;
}

/** A function that lets a list of clauses decide. */
function decisionText(list: DecisionList, task: Task): string | undefined {
  const decided = listText(list, task);
  return decided && `(s,a,b,c)=>{const Q=s.present;${opening}let v=-1;${decided}${giving}return v}`;
}

/** Lets a list of clauses decide, and gives `v` the number of the value; -1 where it is left undecided. */
function listText(list: DecisionList, task: Task): string | undefined {
  const { rules, choices, otherwise, number, system } = list;
  if (choices.length > 0 || rules.length > mostRules) return undefined;
  if (!arePlain(rules.map(({ condition }) => condition))) return undefined;
  const clauses: readonly CompiledClause[] = otherwise === undefined ? rules : [...rules, otherwise];
  if (clauses.reduce((sum, { effects }) => sum + effects.length, 0) > mostEffects) return undefined;
  const chosen = rules.reduceRight(
    (rest, { condition }, index) => `${conditionOf(condition)}?${index}:${rest}`,
    String(rules.length),
  );
  const cases = clauses.map(
    (clause, index) => `case ${index}:{${clauseText(clause, `X[${number}][${index}]`, system, task)}break}`,
  );
  const left = task.traced ? `default:if(c>=0)t.begin(${kinds.indecision},c,${system})` : "";
  return `let k=0;${guarded(`k=${chosen};`, "k=-1")}
switch(k){${cases.join("\n")}
case -1:${general(`v=decide(s,L[${number}],a,b,c)`)}break;
${left}}`;
}

function clauseText(
  { value, effects, number }: CompiledClause,
  at: string,
  system: number,
  task: Task,
): string {
  const recorded = `v=${value};const m=${task.traced ? `t.begin(${kinds.decision},c,${number})` : "-1"};`;
  const designated = value < 0 ? "" : `G[${system}]=${value};`;
  const texts = effects.map((effect, order) =>
    effect.kind === "assignment"
      ? assignmentText(effect, `${at}.effects[${order}],${at}.acting`, task)
      : emissionText(effect, `${at}.effects[${order}].args,m,-1,${at}.acting`, task),
  );
  return `${recorded}${designated}${texts.join("\n")}`;
}

type EffectOf<Kind extends CompiledEffect["kind"]> = Extract<CompiledEffect, { kind: Kind }>;

function assignmentText(
  { expression, scope, slot, bounds }: EffectOf<"assignment">,
  at: string,
  { traced }: Task,
): string {
  const generic = general(`s.args=a;s.base=b;set(s,${at},m)`);
  if (!isPlain(expression)) return generic;
  const computed = numberText(expression, scope());
  const before = `V[${slot.number}]`;
  const size = bounds === undefined ? Infinity : Math.max(Math.abs(bounds.low), Math.abs(bounds.high));
  const recorded = traced
    ? `if(!${equalText(before, "w", size)}){${recordText(`${kinds.value},m,${slot.number}`, [before, "w"])}}`
    : "";
  return `{let w=NaN;${guarded(`w=${computed.text};`, "")}
if(${within("w", computed, bounds)}){${recorded}${before}=w}else ${generic}}`;
}

function emissionText({ happening, args }: EffectOf<"emit">, at: string, { compiled, traced }: Task): string {
  const generic = general(`s.args=a;s.base=b;emit(s,${happening},${at})`);
  const { limits: own = [], size = 0 } = compiled.happenings[happening] ?? {};
  if (own.length > mostRules || !arePlain([...args, ...own])) return generic;
  const first = emission.args;
  // A limit reads the arguments of the operation.
  const blocked =
    own.length === 0 ? "" : `if(k){const a=x,b=u+${first};k=!(${own.map(conditionOf).join("||")})}`;
  const kept = args.map((_, index) => `x[u+${first + index}]`);
  return `{${roomText(size)}let k=true;${guarded(`${argumentsText(args, first)}${blocked}`, "k=false")}
if(!k||n>=${limits.operationsPerStep})${generic}else{let z=-1;
${traced ? recordText(`${kinds.operation},m,${happening}`, kept, "z=") : ""}
Z[${happening}]+=1;x[u]=${happening};x[u+${emission.issue}]=-1;x[u+${emission.record}]=z;u+=${size};n+=1}}`;
}

// ── Pieces ────────────────────────────────────────────────────────────────

function arePlain(parts: readonly { readonly expression: CompiledArgument["expression"] }[]): boolean {
  return parts.every(({ expression }) => isPlain(expression));
}

function conditionOf({ expression, scope }: Condition): string {
  return conditionText(expression, scope());
}

function roomText(count: number): string {
  return `if(u+${count}>x.length){Q.used=u;Q.room(${count});x=Q.numbers}`;
}

/** Puts arguments into the entry that begins at `u`; `k` becomes false where one lies outside its bounds. */
function argumentsText(args: readonly CompiledArgument[], first: number): string {
  const texts = args.map(({ expression, scope, bounds }, index) => {
    const computed = numberText(expression, scope());
    const put = `x[u+${first + index}]=${computed.text};`;
    if (computed.sure && bounds === undefined) return put;
    return `{const w=${put}k=k&&${within("w", computed, bounds)}}`;
  });
  return texts.join("");
}

/** Begins a record and adds numbers to it. */
function recordText(head: string, numbers: readonly string[], into = ""): string {
  const begun = `${into}t.begin(${head});`;
  if (numbers.length === 0) return begun;
  if (numbers.length > numbersOfRecord) return `${begun}${numbers.map((text) => `t.add(${text});`).join("")}`;
  const added = numbers.map((text, index) => `y[h+${index}]=${text};`).join("");
  return `${begun}{const y=t.values,h=t.used;${added}t.used=h+${numbers.length}}`;
}

/** Whether a number lies within its bounds, to the bit: what lies there only by tolerance is left to others. */
function within(name: string, { sure, text }: NumberText, bounds: Bounds | undefined): string {
  const { low, high } = bounds ?? { low: -Infinity, high: Infinity };
  const parts = [
    ...(Number.isFinite(low) ? [`${name}>=${literal(low)}`] : []),
    ...(Number.isFinite(high) ? [`${name}<=${literal(high)}`] : []),
  ];
  // What is no number lies between no two numbers.
  const isNumber = parts.length === 2 || (sure && !mayFail(text)) ? [] : [`${name}-${name}===0`];
  return [...parts, ...isNumber].join("&&") || "true";
}

/** A text that may fail, and what is done then. */
function guarded(text: string, otherwise: string): string {
  return mayFail(text) ? `try{${text}}catch(error){if(error!==none)throw error;${otherwise}}` : text;
}
