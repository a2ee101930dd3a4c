import { ambiguous_name } from "./ambiguous_name.ts";
import { amended_constitution } from "./amended_constitution.ts";
import { atypical_mode } from "./atypical_mode.ts";
import { blocked_channel } from "./blocked_channel.ts";
import { budget_exceeded } from "./budget_exceeded.ts";
import { canon_alias } from "./canon_alias.ts";
import { cascade_loop } from "./cascade_loop.ts";
import { closed_channel } from "./closed_channel.ts";
import { code_corruption } from "./code_corruption.ts";
import { code_not_binary } from "./code_not_binary.ts";
import { code_not_distinct } from "./code_not_distinct.ts";
import { code_off_canon } from "./code_off_canon.ts";
import { codeless_system } from "./codeless_system.ts";
import { confusable_name } from "./confusable_name.ts";
import { constant_condition } from "./constant_condition.ts";
import { criteria_of_another } from "./criteria_of_another.ts";
import { dead_channel } from "./dead_channel.ts";
import { deaf_sensitivity } from "./deaf_sensitivity.ts";
import { decision_gap } from "./decision_gap.ts";
import { direct_steering } from "./direct_steering.ts";
import { duplicate_channel } from "./duplicate_channel.ts";
import { duplicate_entry } from "./duplicate_entry.ts";
import { duplicate_function } from "./duplicate_function.ts";
import { duplicate_member } from "./duplicate_member.ts";
import { duplicate_name } from "./duplicate_name.ts";
import { empty_coupling } from "./empty_coupling.ts";
import { endless_run } from "./endless_run.ts";
import { everyday_name } from "./everyday_name.ts";
import { expect_before_run } from "./expect_before_run.ts";
import { expectation_failed } from "./expectation_failed.ts";
import { expected_violation_missing } from "./expected_violation_missing.ts";
import { foreign_channel } from "./foreign_channel.ts";
import { foreign_operation } from "./foreign_operation.ts";
import { foreign_value } from "./foreign_value.ts";
import { hidden_character } from "./hidden_character.ts";
import { homeless_interaction } from "./homeless_interaction.ts";
import { hub } from "./hub.ts";
import { import_cycle } from "./import_cycle.ts";
import { import_not_found } from "./import_not_found.ts";
import { import_outside_root } from "./import_outside_root.ts";
import { instant_channel } from "./instant_channel.ts";
import { isolated_system } from "./isolated_system.ts";
import { late_assumption } from "./late_assumption.ts";
import { like_cycle } from "./like_cycle.ts";
import { limit_on_another } from "./limit_on_another.ts";
import { medium_of_another } from "./medium_of_another.ts";
import { misplaced_system } from "./misplaced_system.ts";
import { missing_aim } from "./missing_aim.ts";
import { missing_canonical_coupling } from "./missing_canonical_coupling.ts";
import { missing_contingency_formula } from "./missing_contingency_formula.ts";
import { missing_function } from "./missing_function.ts";
import { missing_program } from "./missing_program.ts";
import { missing_reason } from "./missing_reason.ts";
import { missing_self_regulation } from "./missing_self_regulation.ts";
import { mixed_differentiation } from "./mixed_differentiation.ts";
import { nested_function_system } from "./nested_function_system.ts";
import { never_settles } from "./never_settles.ts";
import { no_openness } from "./no_openness.ts";
import { no_route } from "./no_route.ts";
import { no_way_back } from "./no_way_back.ts";
import { normative_learning } from "./normative_learning.ts";
import { not_a_number } from "./not_a_number.ts";
import { nothing_expected } from "./nothing_expected.ts";
import { odd_institution } from "./odd_institution.ts";
import { one_sided_programs } from "./one_sided_programs.ts";
import { one_way_coupling } from "./one_way_coupling.ts";
import { operates_elsewhere } from "./operates_elsewhere.ts";
import { organization_as_function_system } from "./organization_as_function_system.ts";
import { out_of_bounds } from "./out_of_bounds.ts";
import { people_as_elements } from "./people_as_elements.ts";
import { program_as_code } from "./program_as_code.ts";
import { program_collision } from "./program_collision.ts";
import { property_violated } from "./property_violated.ts";
import { purpose_program_in_law } from "./purpose_program_in_law.ts";
import { reads_across_boundary } from "./reads_across_boundary.ts";
import { regulation_not_applied } from "./regulation_not_applied.ts";
import { self_coupling } from "./self_coupling.ts";
import { several_codes } from "./several_codes.ts";
import { several_societies } from "./several_societies.ts";
import { shadowed_clause } from "./shadowed_clause.ts";
import { shared_code } from "./shared_code.ts";
import { single_reference } from "./single_reference.ts";
import { single_translator } from "./single_translator.ts";
import { split_model } from "./split_model.ts";
import { stray_doc } from "./stray_doc.ts";
import { syntax_error } from "./syntax_error.ts";
import { theme_as_system } from "./theme_as_system.ts";
import { too_deep } from "./too_deep.ts";
import { too_large } from "./too_large.ts";
import { too_many } from "./too_many.ts";
import { total_inclusion } from "./total_inclusion.ts";
import { transfer } from "./transfer.ts";
import { type_mismatch } from "./type_mismatch.ts";
import { unconditional_channel } from "./unconditional_channel.ts";
import { uncoupled_perturbation } from "./uncoupled_perturbation.ts";
import { undecided_as_value } from "./undecided_as_value.ts";
import { undecided_emission } from "./undecided_emission.ts";
import { unhandled_sensitivity } from "./unhandled_sensitivity.ts";
import { unheard_operation } from "./unheard_operation.ts";
import { unknown_check } from "./unknown_check.ts";
import { unknown_citation } from "./unknown_citation.ts";
import { unknown_name } from "./unknown_name.ts";
import { unknown_role } from "./unknown_role.ts";
import { unlimited_expansion } from "./unlimited_expansion.ts";
import { unplugging } from "./unplugging.ts";
import { unproven_system } from "./unproven_system.ts";
import { unreachable_expectation } from "./unreachable_expectation.ts";
import { unreachable_population } from "./unreachable_population.ts";
import { unused_allow } from "./unused_allow.ts";
import { unused_expectation } from "./unused_expectation.ts";
import { unused_import } from "./unused_import.ts";
import { value_outside_code } from "./value_outside_code.ts";
import { within_cycle } from "./within_cycle.ts";
import { wrong_arguments } from "./wrong_arguments.ts";
import { wrong_kind } from "./wrong_kind.ts";
import type { AnyCheck } from "./context.ts";

/** Every check, in the order in which documents list them. */
export const checks: readonly AnyCheck[] = [
  syntax_error,
  hidden_character,
  confusable_name,
  too_large,
  too_deep,
  too_many,
  import_not_found,
  import_outside_root,
  import_cycle,
  unknown_name,
  duplicate_name,
  duplicate_member,
  ambiguous_name,
  unknown_check,
  wrong_kind,
  type_mismatch,
  wrong_arguments,
  unused_import,
  unused_allow,
  missing_reason,
  unused_expectation,
  stray_doc,
  unknown_citation,
  duplicate_entry,
  code_not_binary,
  code_not_distinct,
  undecided_as_value,
  shared_code,
  codeless_system,
  missing_function,
  several_codes,
  program_as_code,
  code_off_canon,
  medium_of_another,
  missing_contingency_formula,
  everyday_name,
  canon_alias,
  foreign_value,
  value_outside_code,
  undecided_emission,
  missing_program,
  unhandled_sensitivity,
  one_sided_programs,
  decision_gap,
  shadowed_clause,
  constant_condition,
  purpose_program_in_law,
  program_collision,
  normative_learning,
  amended_constitution,
  atypical_mode,
  code_corruption,
  criteria_of_another,
  reads_across_boundary,
  operates_elsewhere,
  limit_on_another,
  no_openness,
  uncoupled_perturbation,
  self_coupling,
  foreign_channel,
  instant_channel,
  transfer,
  unconditional_channel,
  blocked_channel,
  closed_channel,
  dead_channel,
  deaf_sensitivity,
  unheard_operation,
  one_way_coupling,
  odd_institution,
  duplicate_channel,
  empty_coupling,
  missing_canonical_coupling,
  organization_as_function_system,
  people_as_elements,
  nested_function_system,
  within_cycle,
  homeless_interaction,
  misplaced_system,
  single_reference,
  unknown_role,
  total_inclusion,
  unreachable_population,
  duplicate_function,
  unproven_system,
  theme_as_system,
  mixed_differentiation,
  several_societies,
  direct_steering,
  no_route,
  missing_aim,
  regulation_not_applied,
  missing_self_regulation,
  unplugging,
  no_way_back,
  unlimited_expansion,
  isolated_system,
  split_model,
  cascade_loop,
  hub,
  single_translator,
  unreachable_expectation,
  expected_violation_missing,
  nothing_expected,
  expect_before_run,
  endless_run,
  foreign_operation,
  expectation_failed,
  property_violated,
  out_of_bounds,
  not_a_number,
  never_settles,
  budget_exceeded,
  late_assumption,
  like_cycle,
];
