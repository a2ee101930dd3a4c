/*
 * The canon as text, by name. Generated from the `.sys` files in this folder by `npm run generate`: change
 * those, not this file.
 */
export const canonFiles: ReadonlyMap<string, string> = new Map([
  [
    "canon/art.sys",
    `/// **Function.** Art makes the world appear in the world: it shows that order is possible otherwise (Luhmann 1995).
///
/// **Code.** \`fitting\` is the designation value, because in a work the next form connects to one that fits;
/// \`unfitting\` reflects that another would have to be found.
///
/// **Rival codings.** Beautiful / ugly (Luhmann's earlier wording); interesting / boring (Plumpe and Werber);
/// innovative / imitative (Roth and Schütz 2015, with fashion as program).
///
/// **Medium.** Style (Roth and Schütz 2015).
///
/// **Disputed.** The literature agrees on no contingency formula, and the canon says so. Style is named as a medium and,
/// elsewhere, as a program; each work also programs itself.
///
/// What it performs for others: entertainment, decoration, prestige.
function system art {
  function "make the world appear in the world and show that order is possible otherwise"
  code fitting / unfitting
  medium style
  contingency "none agreed on"
  reflection "aesthetics"
  role artist performance
  role curator performance
  role audience public
}
`,
  ],
  [
    "canon/economy.sys",
    `/// **Function.** The economy provides for the future under scarcity (Luhmann 1988).
///
/// **Code.** \`payment\` is the designation value, because payments connect to payments; \`non_payment\` reflects
/// that the money could be kept, or spent on something else.
///
/// **Rival codings.** Have / not have, the first coding, by property; money codes it a second time (Luhmann 1988).
/// Roth and Schütz (2015) write payment / non-payment, with the price as program. Profit / loss is a criterion of
/// programs, not the code; value / no value is a popular misreading.
///
/// **Medium.** Money; needs are its symbiotic side.
///
/// Its programs are prices, budgets and investment calculations. What it performs for others: the satisfaction of
/// needs, and the ability to pay. The market is its inner environment, not another name for it.
function system economy {
  function "provide for the future under scarcity"
  code payment / non_payment "non-payment"
  medium money
  contingency "scarcity"
  reflection "economic theory"
  role supplier performance
  role manager performance
  role consumer public
  role worker public
}
`,
  ],
  [
    "canon/education.sys",
    `/// **Function.** Education alters persons so that improbable communication becomes more likely, and selects among
/// them (Luhmann 2002).
///
/// **Code.** \`better\` is the designation value, because careers connect to the better mark; \`worse\` reflects
/// that there is something left to learn. It is the code of selection: praise / blame and pass / fail are forms of it.
///
/// **Rival codings.** Mediatable / not mediatable (Kade; accepted in Luhmann 2002); placeable / unplaceable (Roth
/// and Schütz 2015, with the curriculum as program).
///
/// **Medium.** The life course. It was the child first (Luhmann 1991); Roth and Schütz (2015) write *vita*.
///
/// **Disputed.** No code of the ten is more contested. Luhmann's own view went through four phases: 1979, 1986 to
/// 1990, 1991 to 1997, and 2002.
///
/// Its programs are curricula and didactics. What it performs for others: qualification, and the allocation of
/// persons.
function system education {
  function "alter persons so that improbable communication becomes more likely"
  code better / worse
  medium life_course "life course"
  contingency "Bildung"
  reflection "pedagogy"
  role teacher performance
  role pupil public
}
`,
  ],
  [
    "canon/health.sys",
    `/// **Function.** The health system treats illness and restores capacity (Luhmann 1990, *Der medizinische Code*).
///
/// **Code.** \`ill\` is the designation value, because only illness gives a doctor something to do; \`healthy\` is the
/// reflection value, to which no treatment connects. The first value is not the better one: here it is the
/// one that nobody wishes for (Luhmann 1990, *Der medizinische Code*).
///
/// **Rival codings.** Ill / not ill (Pelikan 2007); life-promoting / life-hindering (Bauch); improvable / not
/// improvable. Roth and Schütz (2015) write ill / healthy, with the rules of treatment as program.
///
/// **Medium.** Illness (Roth and Schütz 2015).
///
/// **Disputed.** Luhmann found no medium and no theory of reflection here, and called the code perverse; Pelikan
/// (2007) proposes repairs. Therefore no reflection is declared.
///
/// Its programs are classifications of diagnoses and guidelines of therapy. What it performs for others: fitness for
/// roles, and sick notes.
function system health {
  function "treat illness and restore capacity"
  code ill / healthy
  medium illness
  contingency "health"
  role doctor performance
  role nurse performance
  role patient public
}
`,
  ],
  [
    "canon/law.sys",
    `/// **Function.** Law stabilises normative expectations, which are kept even when they are disappointed (Luhmann 1993,
/// ch. 3).
///
/// **Code.** \`lawful\` is the designation value, because legal operations connect to what has been found lawful;
/// \`unlawful\` reflects that the same could be judged otherwise. The code is symmetric; only programs say which side
/// applies, and in law they are conditional: if this, then that (Luhmann 1993).
///
/// **Rival codings.** Valid / invalid. Constitutional / unconstitutional is a code above the codes of law and of
/// other systems, such as the economy (Teubner 2011). Legal / illegal and lawful / unlawful are two translations of
/// one code; Roth and Schütz (2015) write the latter, with the norm as medium.
///
/// **Medium.** Legal validity, which circulates as a symbol.
///
/// **Disputed.** Luhmann hesitated to call validity a full symbolically generalised medium.
///
/// Courts, the centre of the system, must decide: the denial of justice is forbidden. Law is normatively closed and
/// cognitively open. Its programs are statutes, precedents and contracts. What it performs for others: the
/// regulation of conflicts, and security of conduct.
function system law {
  function "stabilise normative expectations, even against disappointment"
  code lawful / unlawful
  medium validity "legal validity"
  contingency "justice"
  reflection "jurisprudence"
  role judge performance
  role advocate performance
  role party public
  role legal_subject "legal subject" public
}
`,
  ],
  [
    "canon/mass_media.sys",
    `/// **Function.** The mass media direct the self-observation of society and supply it with a background reality, a
/// memory (Luhmann 1996).
///
/// **Code.** \`information\` is the designation value, because further communication connects to what is news;
/// \`non_information\` reflects that it is not. Information decays as soon as it is published, so that something new
/// is needed at once (Luhmann 1996, ch. 3).
///
/// **Rival codings.** Current / not current, for journalism (Weischenberg); public / non-public (Marcinkowski);
/// attention / no attention; informative / non-informative (Roth and Schütz 2015, with the topic as program).
///
/// **Medium.** Roth and Schütz (2015) enter the medium itself: the media of dissemination.
///
/// **Disputed.** Whether platforms are organisations of the mass media is contested. The literature that this
/// canon draws on names no contingency formula.
///
/// Its programs are three strands: news and reporting, advertising, entertainment. What it performs for others:
/// themes.
function system mass_media "mass media" {
  function "direct the self-observation of society"
  code information / non_information "non-information"
  medium dissemination "media of dissemination"
  contingency "none agreed on"
  reflection "media studies and the ethics of news"
  role journalist performance
  role recipient public
}
`,
  ],
  [
    "canon/politics.sys",
    `/// **Function.** Politics keeps up the capacity for collectively binding decisions (Luhmann 2000, *Die Politik der
/// Gesellschaft*).
///
/// **Code.** The first distinction of politics is superior / inferior power; democracies code it once more, as
/// government / opposition. \`government\` is the designation value, because further political operations connect to
/// what the government decides; \`opposition\` reflects that it could be decided otherwise. To be on the first side
/// is no praise.
///
/// **Rival codings.** Superior / inferior power (Luhmann 1993, the older coding, before democracy); holding / not
/// holding office (Luhmann 2000, *Die Politik der Gesellschaft*); public / private. Progressive / conservative is at
/// most a second coding, and close to a program. Roth and Schütz (2015) keep government / opposition, with ideology
/// as the program.
///
/// **Medium.** Power; physical force is its symbiotic side.
///
/// **Disputed.** The older contingency formula was the common good. Whether the military is a system of its own is
/// debated; it is usually counted as an organisation of politics.
///
/// Its programs are goals: manifestos, policies, budgets. What it performs for others: premises that bind,
/// security for contracts, enforcement for law.
function system politics {
  function "keep up the capacity for collectively binding decisions"
  code government / opposition
  medium power
  contingency "legitimacy"
  reflection "the theory of the state and of democracy"
  role politician performance
  role official performance
  role voter public
  role subject public
  role general_public "public" public
}
`,
  ],
  [
    "canon/religion.sys",
    `/// **Function.** Religion turns what cannot be determined into something that can (Luhmann 2000, *Die Religion der
/// Gesellschaft*).
///
/// **Code.** \`immanent\` is the designation value, because religious communication takes place in this world and
/// connects to what happens in it; \`transcendent\` is the side from which all of it is reflected. The first place
/// is no praise.
///
/// **Rival codings.** This canon knows of none; Roth and Schütz (2015) write the same, with the confession as
/// program.
///
/// **Medium.** Faith.
///
/// Its programs are revelation, scripture and dogma. What it performs for others: diaconia.
function system religion {
  function "turn the indeterminable into something determinable"
  code immanent / transcendent
  medium faith
  contingency "God"
  reflection "theology"
  role cleric performance
  role layperson public
}
`,
  ],
  [
    "canon/science.sys",
    `/// **Function.** Science gains new knowledge (Luhmann 1990, *Die Wissenschaft der Gesellschaft*).
///
/// **Code.** \`true\` is the designation value, because research connects to what counts as true; \`untrue\` reflects
/// how that has come about and what might replace it.
///
/// **Rival codings.** True / false (Roth and Schütz 2015, with the theory as program). Reputation, high / low, is a
/// secondary code.
///
/// **Medium.** Truth; perception is its symbiotic side.
///
/// **Disputed.** The role of the public is weak: students and those who read popular science stand in for it
/// (Stichweh).
///
/// Its programs are theories and methods. What it performs for others: technology, expertise, knowledge that can
/// be attributed.
function system science {
  function "gain new knowledge"
  code true / untrue
  medium truth
  contingency "limitationality"
  reflection "epistemology"
  role researcher performance
  role student public
  role interested_public "interested public" public
}
`,
  ],
  [
    "canon/sport.sys",
    `/// **Function.** Sport communicates bodily achievement by comparison.
///
/// **Code.** \`win\` is the designation value, because titles, records and the next round connect to victories;
/// \`lose\` reflects that the comparison could have ended otherwise (Bette; Schimank).
///
/// **Rival codings.** Achieve / not achieve (Stichweh); success / failure (Roth and Schütz 2015, with the goal as
/// program).
///
/// **Medium.** Achievement (Roth and Schütz 2015).
///
/// **Disputed.** Fairness and the uncertainty of the outcome both stand as contingency formula; neither is settled.
///
/// Its programs are the rules of the game and plans of training. What it performs for others: entertainment,
/// representation, health. It is interlocked with the mass media, the economy and politics.
function system sport {
  function "communicate bodily achievement by comparison"
  code win / lose
  medium achievement
  contingency "fairness, or the uncertainty of the outcome"
  role athlete performance
  role coach performance
  role spectator public
  role amateur public
}
`,
  ],
]);
