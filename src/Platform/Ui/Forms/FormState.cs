using Luoshi.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.Ui;

/// <summary>
/// What a person typed into a form and what is wrong with it. Typed text survives every error:
/// a handler that refuses renders the page again with the same state.
/// </summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Words> errors = new(StringComparer.Ordinal);

    /// <summary>A refusal of the form as a whole.</summary>
    public Words? Problem { get; private set; }

    public bool HasErrors => errors.Count > 0 || Problem is not null;

    public IReadOnlyDictionary<string, Words> Errors => errors;

    /// <summary>The names of what was sent, for forms whose fields follow the data.</summary>
    public IReadOnlyCollection<string> Fields => values.Keys;

    /// <summary>The typed value, trimmed; empty when absent.</summary>
    public string this[string field] => values.GetValueOrDefault(field, "");

    /// <summary>True when the form brought the field, even empty.</summary>
    public bool Has(string field) => values.ContainsKey(field);

    public static FormState From(IFormCollection form)
    {
        var state = new FormState();
        foreach (var (key, value) in form)
        {
            if (!key.StartsWith("__", StringComparison.Ordinal))
                state.values[key] = value.ToString().Trim();
        }

        return state;
    }

    /// <summary>Starts a form with known values.</summary>
    public FormState With(string field, string? value)
    {
        values[field] = value ?? "";
        return this;
    }

    public Words? ErrorOf(string field) => errors.TryGetValue(field, out var error) ? error : null;

    public void Reject(string field, Words error) => errors.TryAdd(field, error);

    /// <summary>Places a refusal at its field when <see cref="Refusal.Where"/> names one, else over the form.</summary>
    public void Reject(Refusal refusal)
    {
        var words = new Words(refusal.Chinese, refusal.English);
        if (refusal.Where is { } field && values.ContainsKey(field))
            Reject(field, words);
        else
            Problem = words;
    }
}
