namespace Luoshi.Cli;

/// <summary>What the program says to a script. Documented in the README; scripts rely on it.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>The audit found printed numbers that disagree.</summary>
    public const int Conflicts = 1;

    /// <summary>Something could not be read or written, or the command line is wrong.</summary>
    public const int Failed = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
