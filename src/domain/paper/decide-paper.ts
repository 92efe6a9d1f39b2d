// The desk says who the officials are, what its certificates say and which logo is printed; and what those facts change.
import type { PaperCommand } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { PaperFact } from '../facts.ts';
import { findCertificateProblem, findLogoProblem, findOfficialProblem } from './paper-check.ts';

export function decidePaper(command: PaperCommand): Decision {
  switch (command.kind) {
    case 'setOfficials': {
      const officials = command.officials.map(({ name, role }) => ({ name: name.trim(), role: role.trim() }));
      const wrong = findOfficialProblem(officials);
      return wrong ? rejected({ code: 'officialWrong', ...wrong }) : happened({ kind: 'officialsSet', officials });
    }
    case 'setCertificate': {
      const { certificate } = command;
      const wrong = certificate && findCertificateProblem(certificate);
      return wrong
        ? rejected({ code: 'certificateWrong', ...wrong })
        : happened({ kind: 'certificateSet', certificate });
    }
    case 'setLogo': {
      const { logo } = command;
      const why = logo === undefined ? undefined : findLogoProblem(logo);
      return why ? rejected({ code: 'logoWrong', why }) : happened({ kind: 'logoSet', logo });
    }
  }
}

export function evolvePaper(state: Competition, fact: PaperFact): Competition {
  switch (fact.kind) {
    case 'officialsSet':
      return { ...state, paper: { ...state.paper, officials: fact.officials } };
    case 'certificateSet':
      return { ...state, paper: { ...state.paper, certificate: fact.certificate } };
    case 'logoSet':
      return { ...state, paper: { ...state.paper, logo: fact.logo } };
  }
}
