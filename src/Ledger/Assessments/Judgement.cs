namespace Luoshi.Ledger.Assessments;

/// <summary>The rule suggests, an officer decides. Both are kept, and the officer's word never overwrites the rule's.</summary>
internal sealed record Judgement(Progress Suggested, Light SuggestedLight)
{
    public Progress? Decided { get; init; }

    public Light? DecidedLight { get; init; }

    /// <summary>Why the officer decided otherwise. Required with a decision.</summary>
    public string? Reason { get; init; }

    public Progress Progress => Decided ?? Suggested;

    public Light Light => DecidedLight ?? SuggestedLight;

    public bool Differs => Progress != Suggested || Light != SuggestedLight;
}

/// <summary>How far a result has been checked by somebody other than its reporter.</summary>
internal enum Verification
{
    /// <summary>Nobody has said anything yet.</summary>
    None,
    SelfReported,

    /// <summary>A paper of a third party lies with it: acceptance certificate, audit, register extract.</summary>
    Certified,

    /// <summary>An inspector was there.</summary>
    Inspected,

    /// <summary>People it was done for say so.</summary>
    CitizenConfirmed,

    /// <summary>An inspector or citizen says otherwise. Outweighs every confirmation until it is cleared up.</summary>
    Contradicted,
}

internal static class Verifications
{
    /// <summary>The level of a result with several voices: a contradiction wins, else the strongest confirmation.</summary>
    public static Verification Combine(IEnumerable<Verification> voices) => voices.DefaultIfEmpty(Verification.None).Max();
}
