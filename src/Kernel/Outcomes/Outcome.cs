using System.Diagnostics.CodeAnalysis;

namespace Luoshi.Kernel.Outcomes;

/// <summary>
/// An expected refusal: a stable <paramref name="Code"/> (<c>document.encrypted</c>) that hosts translate in one place,
/// and the message in both languages, saying what, where and what to do next.
/// </summary>
public sealed record Refusal(string Code, string Chinese, string English, string? Where = null);

/// <summary>Either a value or a <see cref="Refusal"/>. Broken invariants throw instead.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    /// <exception cref="InvalidOperationException">The outcome is a refusal.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"{Refusal.Code}: {Refusal.English}");

    public bool TryGet([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out Refusal? refusal)
    {
        result = value;
        refusal = Refusal;
        return refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, refusal: null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
