/** One thing wrong with one setting, and what would be right. */
export type Problem = { name: string; problem: string };

export class ConfigError extends Error {
  constructor(readonly problems: Problem[]) {
    super(
      `The configuration is not right:\n${problems.map((each) => `  ${each.name}: ${each.problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and gathers what is wrong, so that all of it is said at once. An empty one is not set. */
export class SettingsReader {
  readonly problems: Problem[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  wrong(name: string, problem: string): void {
    this.problems.push({ name, problem });
  }

  wholeNumber(name: string, fallback: number, [least, most]: [number, number]): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    this.wrong(name, `"${text}" is not a whole number from ${least} to ${most}`);
    return fallback;
  }

  onOrOff(name: string, fallback: boolean): boolean {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return fallback;
    if (['on', 'true', 'yes', '1'].includes(text)) return true;
    if (['off', 'false', 'no', '0'].includes(text)) return false;
    this.wrong(name, `"${text}" is neither on nor off`);
    return fallback;
  }

  oneOf<const Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.wrong(name, `"${text}" is not one of ${choices.join(', ')}`);
    return found ?? fallback;
  }

  /** The value itself is not repeated: it holds a password. */
  postgresUrl(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isWhole = url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
    if (!isWhole) this.wrong(name, 'is not of the form postgres://role:password@host:port/database');
    else if (url.username === '')
      this.wrong(name, 'names no role: postgres://role:password@host:port/database');
    return text;
  }

  httpUrl(name: string): string | undefined {
    const text = this.text(name);
    const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
    if (text !== undefined && !/^https?:$/.test(url?.protocol ?? ''))
      this.wrong(name, `"${text}" is not an address such as http://collector:4318`);
    return text;
  }

  /** `name=value`, comma between several, values encoded as in addresses. They are not repeated: one may be a secret. */
  pairs(name: string): Record<string, string> {
    const parts = this.text(name)?.split(',') ?? [];
    try {
      return Object.fromEntries(
        parts.map((part) => {
          const [, key = '', value = ''] = /^\s*([\w-]+)\s*=(.*)$/.exec(part) ?? [];
          if (key === '') throw new Error('no name');
          return [key, decodeURIComponent(value.trim())];
        }),
      );
    } catch {
      this.wrong(name, 'is not of the form name=value,name=value');
      return {};
    }
  }

  origins(name: string, fallback: string[]): string[] {
    const text = this.text(name);
    if (text === undefined) return fallback;
    return text.split(',').map((part) => this.origin(name, part.trim()));
  }

  private origin(name: string, text: string): string {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
    this.wrong(
      name,
      `"${text}" is not an origin such as https://plan.example.org (no path, no trailing words)`,
    );
    return text;
  }
}
