import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { abuHead, boardHead, delegatedFunction, seatRow } from '../organisations/bodies';
import { boardRules } from './boardRules';
import { reportTemplate } from './reportTemplate.queries';

const createBoard = graphql(
  `mutation CreateBoard($input: CreateBoardInput!) {
    createBoard(input: $input) { board { ...BoardHead_board } }
  }`,
  [boardHead],
);
const updateBoard = graphql(
  `mutation UpdateBoard($input: UpdateBoardInput!) {
    updateBoard(input: $input) { board { ...BoardHead_board } }
  }`,
  [boardHead],
);
const archiveBoard = graphql(
  `mutation ArchiveBoard($input: ItemVersionInput!) {
    archiveBoard(input: $input) { board { ...BoardHead_board } }
  }`,
  [boardHead],
);
const restoreBoard = graphql(
  `mutation RestoreBoard($input: ItemVersionInput!) {
    restoreBoard(input: $input) { board { ...BoardHead_board } }
  }`,
  [boardHead],
);
const createAccountableBusinessUnit = graphql(
  `mutation CreateAccountableBusinessUnit($input: CreateAccountableBusinessUnitInput!) {
    createAccountableBusinessUnit(input: $input) { abu { ...AbuHead_abu } }
  }`,
  [abuHead],
);
const updateAccountableBusinessUnit = graphql(
  `mutation UpdateAccountableBusinessUnit($input: UpdateAccountableBusinessUnitInput!) {
    updateAccountableBusinessUnit(input: $input) { abu { ...AbuHead_abu } }
  }`,
  [abuHead],
);
const archiveAccountableBusinessUnit = graphql(
  `mutation ArchiveAccountableBusinessUnit($input: ItemVersionInput!) {
    archiveAccountableBusinessUnit(input: $input) { abu { ...AbuHead_abu } }
  }`,
  [abuHead],
);
const restoreAccountableBusinessUnit = graphql(
  `mutation RestoreAccountableBusinessUnit($input: ItemVersionInput!) {
    restoreAccountableBusinessUnit(input: $input) { abu { ...AbuHead_abu } }
  }`,
  [abuHead],
);
const createDelegatedFunction = graphql(
  `mutation CreateDelegatedFunction($input: CreateDelegatedFunctionInput!) {
    createDelegatedFunction(input: $input) { delegatedFunction { ...DelegatedFunction_function } }
  }`,
  [delegatedFunction],
);
const updateDelegatedFunction = graphql(
  `mutation UpdateDelegatedFunction($input: UpdateDelegatedFunctionInput!) {
    updateDelegatedFunction(input: $input) { delegatedFunction { ...DelegatedFunction_function } }
  }`,
  [delegatedFunction],
);
const archiveDelegatedFunction = graphql(
  `mutation ArchiveDelegatedFunction($input: ItemVersionInput!) {
    archiveDelegatedFunction(input: $input) { delegatedFunction { ...DelegatedFunction_function } }
  }`,
  [delegatedFunction],
);
const restoreDelegatedFunction = graphql(
  `mutation RestoreDelegatedFunction($input: ItemVersionInput!) {
    restoreDelegatedFunction(input: $input) { delegatedFunction { ...DelegatedFunction_function } }
  }`,
  [delegatedFunction],
);
const createSeat = graphql(
  `mutation CreateSeat($input: CreateSeatInput!) {
    createSeat(input: $input) { seat { ...SeatRow_seat } }
  }`,
  [seatRow],
);
const updateSeat = graphql(
  `mutation UpdateSeat($input: UpdateSeatInput!) {
    updateSeat(input: $input) { seat { ...SeatRow_seat } }
  }`,
  [seatRow],
);
const endSeat = graphql(
  `mutation EndSeat($input: EndSeatInput!) {
    endSeat(input: $input) { seat { ...SeatRow_seat } }
  }`,
  [seatRow],
);
const adoptRuleProfile = graphql(
  `mutation AdoptRuleProfile($input: AdoptRuleProfileInput!) {
    adoptRuleProfile(input: $input) { boardRules { ...BoardRules_rules } }
  }`,
  [boardRules],
);
const adoptProfileChanges = graphql(
  `mutation AdoptProfileChanges($input: AdoptProfileChangesInput!) {
    adoptProfileChanges(input: $input) { boardRules { ...BoardRules_rules } }
  }`,
  [boardRules],
);
const updateBoardRules = graphql(
  `mutation UpdateBoardRules($input: UpdateBoardRulesInput!) {
    updateBoardRules(input: $input) { boardRules { ...BoardRules_rules } }
  }`,
  [boardRules],
);
const updateReportTemplate = graphql(
  `mutation UpdateReportTemplate($input: UpdateReportTemplateInput!) {
    updateReportTemplate(input: $input) { reportTemplate { ...ReportTemplate_template } }
  }`,
  [reportTemplate],
);

/** Everything that can be done to boards, their seats, ABUs and what is delegated to them. */
function boardVerbs(client: Client) {
  const tell = verbMaker(client);
  return {
    createBoard: tell(createBoard),
    updateBoard: tell(updateBoard),
    archiveBoard: tell(archiveBoard),
    restoreBoard: tell(restoreBoard),
    createAbu: tell(createAccountableBusinessUnit),
    updateAbu: tell(updateAccountableBusinessUnit),
    archiveAbu: tell(archiveAccountableBusinessUnit),
    restoreAbu: tell(restoreAccountableBusinessUnit),
    createDelegatedFunction: tell(createDelegatedFunction),
    updateDelegatedFunction: tell(updateDelegatedFunction),
    archiveDelegatedFunction: tell(archiveDelegatedFunction),
    restoreDelegatedFunction: tell(restoreDelegatedFunction),
    createSeat: tell(createSeat),
    updateSeat: tell(updateSeat),
    endSeat: tell(endSeat),
    adoptRuleProfile: tell(adoptRuleProfile),
    adoptProfileChanges: tell(adoptProfileChanges),
    updateBoardRules: tell(updateBoardRules),
    updateReportTemplate: tell(updateReportTemplate),
  };
}

export function useBoardVerbs() {
  const client = useClient();
  return useMemo(() => boardVerbs(client), [client]);
}
