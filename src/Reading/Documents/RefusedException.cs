using Luoshi.Kernel.Outcomes;

namespace Luoshi.Reading.Documents;

/// <summary>
/// Carries a refusal out of the depth of a parser to <see cref="DocumentReader"/>, which turns it into an outcome.
/// Never leaves this folder.
/// </summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.English)
{
    public Refusal Refusal { get; } = refusal;
}
