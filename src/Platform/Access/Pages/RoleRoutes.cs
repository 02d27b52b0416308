using System.Globalization;
using Luoshi.Platform.Administration;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access.Pages;

public sealed record RoleRow(Guid Id, Role Role, Guid PostId, string Post, string? Holder, Guid UnitId, string Unit, DateOnly From, DateOnly? Until);

/// <summary>All grants in force on a day. They are given and taken back on the sheet of the post.</summary>
internal static class RoleRoutes
{
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages("/admin/roles").RequireAuthorization().MapGet("", ListAsync);

    private static async Task<IResult> ListAsync(AdminSight sight, LuoshiDb db, TimeProvider clock, string? q, string? role, string? day, int? page, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        var date = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : LocalTime.Today(clock);
        Role? only = Enum.TryParse<Role>(role, out var chosen) ? chosen : null;
        var (search, number, mine) = (q?.Trim() ?? "", Math.Max(page ?? 1, 1), await sight.UnitsAsync(cancellation));
        var rows =
            from binding in db.Set<RoleBinding>().Where(b => b.From <= date && (b.Until == null || b.Until >= date) && (only == null || b.Role == only))
            join post in db.Set<Post>() on binding.PostId equals post.Id
            join home in db.Set<OrgUnit>() on post.UnitId equals home.Id
            join over in db.Set<OrgUnit>() on binding.UnitId equals over.Id
            join holding in db.Set<PostHolding>().Where(h => h.From <= date && (h.Until == null || h.Until >= date)) on post.Id equals holding.PostId into holdings
            from holding in holdings.DefaultIfEmpty()
            join person in db.Set<Person>() on holding.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            where search == "" || home.Name.Contains(search) || post.Title.Contains(search) || over.Name.Contains(search) || person.Name.Contains(search)
            orderby over.Path, binding.Role, post.Title
            select new { binding.Id, binding.Role, PostId = post.Id, Post = home.Name + post.Title, Holder = person.Name, UnitId = over.Id, Unit = over.Name, binding.From, binding.Until };
        var found = (await rows.ToListAsync(cancellation)).FindAll(row => mine.Contains(row.UnitId));
        var shown = found.Skip((number - 1) * Size).Take(Size).Select(r => new RoleRow(r.Id, r.Role, r.PostId, r.Post, r.Holder, r.UnitId, r.Unit, r.From, r.Until)).ToList();
        return Page.Of<RolesPage>(new { Rows = shown, Search = search, Only = only, Day = date, PageNumber = number, Total = found.Count, Size });
    }
}
