using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading;

/// <summary>All that was got out of one document.</summary>
public sealed record ReadingResult(SourceDocument Document, CleanText Clean, Outline Outline, IReadOnlyList<Claim> Claims);
