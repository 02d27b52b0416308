using System.Globalization;

namespace Luoshi.Ledger.Benchmarks.Serving;

/// <summary><c>--name value</c> pairs behind the verb.</summary>
internal sealed class Settings
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">An option without a value, or a value without an option.</exception>
    public Settings(ReadOnlySpan<string> args)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
                throw new ArgumentException($"'{args[i]}' should be an option with a value behind it.", nameof(args));
            values[args[i][2..]] = args[i + 1];
        }
    }

    public string? this[string name] => values.GetValueOrDefault(name);

    public string Text(string name, string usual) => values.GetValueOrDefault(name, usual);

    public int Number(string name, int usual) => values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>The published program; <c>./luoshi</c> makes it.</summary>
    public string Program => Path.GetFullPath(Text("program", ".build/luoshi/luoshi.dll"));

    /// <exception cref="ArgumentException">It is needed and was not given.</exception>
    public string Required(string name) => values.GetValueOrDefault(name) ?? throw new ArgumentException($"--{name} is needed.", nameof(name));
}
