using System.Collections.Frozen;
using System.Text;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Platform.Identity.Passwords;

/// <summary>
/// Length counts and being known to everybody counts; mixtures of signs are not asked for, since they only bring forth Password123!
/// </summary>
internal static class PasswordPolicy
{
    public const int Least = 10;
    public const int Most = 200;

    private static readonly FrozenSet<string> Common = Load();

    public static Refusal? Check(string password, string userName)
    {
        if (password.EnumerateRunes().Count() < Least)
            return IdentityTexts.TooShort;
        if (password.Length > Most)
            return IdentityTexts.TooLong;
        return IsCommon(password, userName) ? IdentityTexts.TooCommon : null;
    }

    private static bool IsCommon(string password, string userName)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        // What is left without the digits and signs people hang on: Hello-2026!! is hello.
        var stem = plain.Trim([.. "0123456789!@#$%^&*()-_=+.,?~ "]);
        return Common.Contains(plain) || Common.Contains(stem) || (stem.Length < 3 && plain.Distinct().Count() < 6) || plain.Distinct().Count() < 4
            || IsRun(plain) || (userName.Length >= 4 && plain.Contains(userName, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>abcdefghij, 0987654321: each character one up, or each one down.</summary>
    private static bool IsRun(string text)
    {
        var (up, down) = (true, true);
        for (var i = 1; i < text.Length; i++)
        {
            up &= text[i] == text[i - 1] + 1 || (text[i - 1] == '9' && text[i] == '0');
            down &= text[i] == text[i - 1] - 1 || (text[i - 1] == '0' && text[i] == '9');
        }

        return up || down;
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordPolicy).Assembly.GetManifestResourceStream("data.passwords.common.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }
}
