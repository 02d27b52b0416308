using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Documents.Receive;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>What became of one file of an upload.</summary>
internal sealed record UploadLine(string Name, Received? Received, Refusal? Refusal);

/// <summary>What the library page shows in this request.</summary>
internal sealed class LibraryModel(LuoshiDb db)
{
    public const int PageSize = 50;

    public FormState Paste { get; set; } = new();

    public Words? UploadError { get; set; }

    public IReadOnlyList<UploadLine> Uploads { get; set; } = [];

    public string Search { get; private set; } = "";

    public string Sort { get; private set; } = "";

    public int Page { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<StoredDocument> Documents { get; private set; } = [];

    public async Task LoadAsync(IQueryCollection query, CancellationToken cancellation)
    {
        Search = query["q"].ToString().Trim();
        Sort = query["sort"].ToString();
        var found = db.Set<StoredDocument>().AsNoTracking();
        if (Search.Length > 0)
        {
            var pattern = "%" + Search.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
            found = found.Where(document => EF.Functions.Like(document.Title, pattern, @"\") || EF.Functions.Like(document.Name, pattern, @"\") || EF.Functions.Like(document.Place ?? "", pattern, @"\"));
        }

        Total = await found.CountAsync(cancellation);
        Page = Math.Clamp(int.TryParse(query["page"], out var page) ? page : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Documents = await Order(found).Skip((Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    private IOrderedQueryable<StoredDocument> Order(IQueryable<StoredDocument> documents) => Sort switch
    {
        "title" => documents.OrderBy(document => document.Title).ThenBy(document => document.Id),
        "-title" => documents.OrderByDescending(document => document.Title).ThenBy(document => document.Id),
        "figures" => documents.OrderBy(document => document.Figures).ThenBy(document => document.Id),
        "-figures" => documents.OrderByDescending(document => document.Figures).ThenBy(document => document.Id),
        "conflicts" => documents.OrderBy(document => document.Conflicts).ThenBy(document => document.Id),
        "-conflicts" => documents.OrderByDescending(document => document.Conflicts).ThenBy(document => document.Id),
        "received" => documents.OrderBy(document => document.ReceivedAt).ThenBy(document => document.Id),
        _ => documents.OrderByDescending(document => document.ReceivedAt).ThenByDescending(document => document.Id),
    };
}
