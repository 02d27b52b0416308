using System.CommandLine;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli;

/// <summary>Chinese unless the user, or the user's environment, clearly asks for English.</summary>
internal static class Language
{
    private static readonly string[] Variables = ["LUOSHI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Read before the arguments are parsed, since help texts depend on it.</summary>
    public static ExportLanguage Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal))
                return Parse(args[i]["--lang=".Length..]);
            if (string.Equals(args[i], "--lang", StringComparison.Ordinal) && i + 1 < args.Count)
                return Parse(args[i + 1]);
        }

        var set = Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return set is null ? ExportLanguage.Chinese : Parse(set);
    }

    /// <summary>Declared for help and for checking; its value has been read already.</summary>
    public static Option<string> CreateOption(ExportLanguage language)
    {
        var option = new Option<string>("--lang") { Description = language.In("界面语言：zh 或 en", "language of messages: zh or en"), Recursive = true };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    private static ExportLanguage Parse(string value) =>
        value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? ExportLanguage.English : ExportLanguage.Chinese;
}
